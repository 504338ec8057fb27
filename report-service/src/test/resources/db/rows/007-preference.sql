INSERT INTO preference VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', 1, 'WEEKLY', '07:30', 'SUNDAY', 'PDF', true, '20:00');
