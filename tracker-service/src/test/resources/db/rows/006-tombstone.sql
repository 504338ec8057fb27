INSERT INTO tombstone (id, user_id, version, deleted_at)
VALUES ('01a1fc06-0168-7cb0-975c-0ad80fac8d68', '11111111-1111-4111-8111-111111111111', 2, '2026-11-20T12:00:00Z');
