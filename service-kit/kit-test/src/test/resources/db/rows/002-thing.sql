INSERT INTO thing (id, shelf_id, weight) VALUES
    ('019a2f41-77aa-7bc3-a1d2-0c9e8f7d6b5a', '019a2f40-1c9d-7a55-8b21-3e0d6f7a9c14', -12.50),
    ('019a2f41-77aa-7bc3-a1d2-0c9e8f7d6b5b', '019a2f40-1c9d-7a55-8b21-3e0d6f7a9c15', NULL);
