INSERT INTO shelf (id, label) VALUES
    ('019a2f40-1c9d-7a55-8b21-3e0d6f7a9c14', 'top'),
    ('019a2f40-1c9d-7a55-8b21-3e0d6f7a9c15', 'Größe 🌿');
