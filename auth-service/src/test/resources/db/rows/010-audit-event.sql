INSERT INTO audit_event (id, user_id, action, at, client_address, user_agent)
SELECT '01938d00-0000-7000-8000-00000000000a', id, 'LOGIN', '2026-11-20T21:00:00Z', '203.0.113.7', 'curl/8'
FROM identity LIMIT 1;
