INSERT INTO revocation (subject, whole_user, revoked_at) VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a69', false, '2026-10-28T18:07:00Z');
