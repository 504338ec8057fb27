INSERT INTO totp (user_id, sealed_secret, started_at, confirmed_at, last_step)
VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', decode(repeat('ab', 48), 'hex'), '2026-10-28T18:06:00Z', '2026-10-28T18:07:00Z', 59376000);
