INSERT INTO email_change (user_id, wanted, confirmed_by_old, confirmed_by_new, requested_at)
SELECT id, 'new@people.example', true, false, '2026-11-20T21:00:00Z' FROM identity LIMIT 1;
