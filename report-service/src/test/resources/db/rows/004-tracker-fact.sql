INSERT INTO tracker_fact (user_id, tracker_id, version, name, type, created_at) VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', '019a2f40-1c9d-7a55-8b21-3e0d6f7a9c14', 1, 'Sleep', 'NUMERIC', '2026-10-01T00:00:00Z');
INSERT INTO tracker_fact (user_id, tracker_id, version, deleted_at) VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', '019a2f40-1c9d-7a55-8b21-3e0d6f7a9c15', 2, '2026-10-01T00:00:00Z');
