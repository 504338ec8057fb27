INSERT INTO erased_user (digest, erased_at)
VALUES (sha256(uuid_send('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a69')), '2026-11-01T10:00:00Z');
