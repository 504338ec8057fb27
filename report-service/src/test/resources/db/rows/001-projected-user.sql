INSERT INTO projected_user (user_id, revision, as_of) VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', 3, '2026-11-01T10:00:00Z');
