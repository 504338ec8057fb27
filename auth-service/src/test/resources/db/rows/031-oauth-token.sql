INSERT INTO oauth_token (link_id, version, access_token, refresh_token, expires_at, refreshed_at, failures)
VALUES ('019a2f3c-7000-7c11-9d3a-5b1f0c2e4a68', 1, '\x00112233', '\x44556677', '2026-10-28T19:06:00Z', '2026-10-28T18:06:00Z', 0);
