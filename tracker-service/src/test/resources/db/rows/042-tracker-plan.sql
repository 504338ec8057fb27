INSERT INTO tracker (id, user_id, version, name, name_key, type, what_to_track, unit, tags, archived, log_count,
    fingerprint, created_at, updated_at, goal_kind, goal_target, goal_period, schedule_times, schedule_days,
    schedule_weekdays, pauses)
VALUES
    ('01a1fc05-f134-761f-9c2f-d3de8b9c84e4', '11111111-1111-4111-8111-111111111111', 1, 'Profit', 'profit', 'NUMERIC',
     'money', 'EUR', '{}', false, 0, 'f9', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'AT_LEAST', -12.50, 'WEEK',
     3, 7, NULL, '{2026-11-01/2026-11-03,2026-12-24/..}'),
    ('01a1fc05-f134-761f-9c2f-d3de8b9c84e5', '11111111-1111-4111-8111-111111111111', 1, 'Gym', 'gym', 'BOOLEAN',
     NULL, NULL, '{}', false, 0, 'f10', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL, NULL, NULL,
     NULL, NULL, '{MONDAY,FRIDAY}', '{}');
