INSERT INTO tracker (id, user_id, version, name, name_key, description, type, what_to_track, unit, color, icon, tags,
    archived, log_count, last_log_at, fingerprint, created_at, updated_at)
VALUES
    ('01a1fc05-f134-761f-9c2f-d3de8b9c84e0', '11111111-1111-4111-8111-111111111111', 1, 'Run', 'run', NULL, 'NUMERIC',
     'Distance', 'km', '#3366cc', '🏃', '{sport,Ausdauer}', false, 1, '2026-11-20T12:00:00Z', 'f1',
     '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z'),
    ('01a1fc05-f134-761f-9c2f-d3de8b9c84e1', '11111111-1111-4111-8111-111111111111', 7, 'Diary', 'diary', '', 'NOTE',
     NULL, NULL, NULL, NULL, '{}', true, 1, '2026-11-20T12:00:00Z', 'f2',
     '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z');
