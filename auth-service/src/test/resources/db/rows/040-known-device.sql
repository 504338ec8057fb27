INSERT INTO known_device (user_id, fingerprint, first_seen_at, last_seen_at)
SELECT id, decode(repeat('ab', 32), 'hex'), '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z' FROM identity LIMIT 1;
