INSERT INTO emotion (id, user_id, version, name, name_key, fingerprint, created_at, updated_at)
VALUES ('01a1fc05-f134-761f-9c2f-d3de8b9c84f0', '11111111-1111-4111-8111-111111111111', 2, 'Verträumt', 'verträumt',
    'f12', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z');
