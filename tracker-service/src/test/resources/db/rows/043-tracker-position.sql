INSERT INTO tracker (id, user_id, version, name, name_key, type, tags, archived, log_count, fingerprint, created_at,
    updated_at, position)
VALUES
    ('01a1fc05-f134-761f-9c2f-d3de8b9c84e6', '11111111-1111-4111-8111-111111111111', 1, 'Last', 'last', 'NOTE', '{}',
     false, 0, 'f11', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 7);
