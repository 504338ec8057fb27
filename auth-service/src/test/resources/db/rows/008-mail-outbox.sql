INSERT INTO mail_outbox (id, kind, recipient, locale, link_id, created_at, attempts, next_attempt_at)
VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', 'VERIFY_EMAIL', 'ada@example.org', 'en', '019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a69', '2026-10-28T18:04:00Z', 1, '2026-10-28T18:04:02Z');
