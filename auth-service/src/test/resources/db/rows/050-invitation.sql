INSERT INTO invitation (id, token_hash, email, created_by, created_at, expires_at, used_at, used_by, accepted_by)
SELECT '01938d00-0000-7000-8000-000000000050', decode(repeat('50', 32), 'hex'), 'guest@people.example', id,
    '2026-11-20T21:00:00Z', '2026-11-27T21:00:00Z', '2026-11-21T08:00:00Z', decode(repeat('51', 32), 'hex'), id
FROM identity LIMIT 1;
