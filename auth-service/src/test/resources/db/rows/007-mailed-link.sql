INSERT INTO mailed_link (id, user_id, purpose, token_hash, password_hash, created_at, expires_at)
VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a69', '019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', 'VERIFY_EMAIL', sha256('link'), '$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '2026-10-28T18:04:00Z', '2026-10-28T19:04:00Z');
