INSERT INTO trashed_tracker (id, user_id, version, deleted_at, entry)
VALUES ('01a1fc05-f134-761f-9c2f-d3de8b9c84e2', '11111111-1111-4111-8111-111111111111', 3, '2026-11-20T12:00:00Z',
    '{"name": "Gone", "tags": ["a"]}');
