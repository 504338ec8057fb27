INSERT INTO tracker (id, user_id, version, name, name_key, type, what_to_track, tags, archived, log_count, fingerprint,
    created_at, updated_at, choices, scale_min, scale_max)
VALUES
    ('01a1fc05-f134-761f-9c2f-d3de8b9c84e2', '11111111-1111-4111-8111-111111111111', 1, 'Tea', 'tea', 'CHOICE', NULL,
     '{}', false, 0, 'f5', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', '{Grün,Schwarz}', NULL, NULL),
    ('01a1fc05-f134-761f-9c2f-d3de8b9c84e3', '11111111-1111-4111-8111-111111111111', 1, 'Mood', 'mood', 'RATING', 'mood',
     '{}', false, 0, 'f6', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', '{}', 1, 5);
