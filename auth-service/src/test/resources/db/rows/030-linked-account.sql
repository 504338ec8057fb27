INSERT INTO linked_account (id, user_id, provider, subject, display_name, state, linked_at, updated_at)
VALUES ('019a2f3c-7000-7c11-9d3a-5b1f0c2e4a68', '019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', 'github', '583231', 'ada-l', 'ACTIVE',
    '2026-10-28T18:06:00Z', '2026-10-28T18:06:00Z');
