INSERT INTO login_challenge (id, token_hash, user_id, first_factor, mode, persistent, client_address, user_agent,
    failures, expires_at)
VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4b22', decode(repeat('ef', 32), 'hex'), '019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', 'PASSWORD', 'COOKIE', true,
    '192.0.2.1', 'curl', 2, '2026-10-28T18:12:00Z');
