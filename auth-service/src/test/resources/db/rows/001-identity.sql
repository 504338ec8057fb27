INSERT INTO identity (id, version, email, email_key, email_verified_at, username, username_key, time_zone, locale,
    day_start, roles, created_at, updated_at)
VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', 2, 'Ada@Example.org', 'ada@example.org', '2026-10-28T18:05:00Z', 'Ada.L', 'ada.l',
    'Europe/Berlin', 'en', '03:30', ARRAY['user'], '2026-10-28T18:04:00Z', '2026-10-28T18:05:00Z');
