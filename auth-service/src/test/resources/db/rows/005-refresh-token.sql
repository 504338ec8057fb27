INSERT INTO refresh_token (id, session_id, token_hash, issued_at)
VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', '019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a69', sha256('token'), '2026-10-28T18:06:00Z');
