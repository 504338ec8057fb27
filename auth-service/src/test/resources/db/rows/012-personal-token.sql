INSERT INTO personal_token (id, user_id, name, token_hash, scopes, created_at, expires_at)
SELECT '01938d00-0000-7000-8000-00000000000b', id, 'Garden sensor', decode(repeat('0b', 32), 'hex'),
    ARRAY['logs:write', 'trackers:read'], '2026-11-20T21:00:00Z', '2027-02-18T21:00:00Z'
FROM identity LIMIT 1;
