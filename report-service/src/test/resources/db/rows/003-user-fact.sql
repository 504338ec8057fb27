INSERT INTO user_fact VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', 2, 'ada@example.org', true, 'ada', 'Europe/Berlin', 'de', '04:30', false, '2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z');
