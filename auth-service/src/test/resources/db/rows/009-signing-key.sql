INSERT INTO signing_key (id, algorithm, public_key, private_key, active_from, created_at)
VALUES ('key-1', 'RS256', 'public', 'sealed', '2026-10-28T18:00:00Z', '2026-10-28T18:00:00Z');
