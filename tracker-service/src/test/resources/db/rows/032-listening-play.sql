INSERT INTO listening_play (user_id, kind, played_at, duration_ms, local_date)
VALUES ('11111111-1111-4111-8111-111111111111', 'spotify', '2026-11-20T11:59:01.123Z', 187999, '2026-11-20');
