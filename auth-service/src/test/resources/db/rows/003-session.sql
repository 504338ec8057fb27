INSERT INTO session (id, user_id, version, mode, persistent, client_address, user_agent, created_at, last_seen_at,
    idle_until, expires_at)
VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a69', '019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', 1, 'BEARER', false, '192.0.2.1', 'curl', '2026-10-28T18:06:00Z', '2026-10-28T18:06:00Z',
    '2026-11-04T18:06:00Z', '2026-11-27T18:06:00Z');
