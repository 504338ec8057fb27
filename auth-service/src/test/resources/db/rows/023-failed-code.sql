INSERT INTO failed_code (id, user_id, at)
VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4b23', '019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', '2026-10-28T18:08:00Z');
