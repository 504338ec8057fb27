INSERT INTO recovery_code (id, user_id, code_hash, created_at, used_at)
VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4b21', '019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', decode(repeat('cd', 32), 'hex'), '2026-10-28T18:07:00Z', NULL);
