INSERT INTO log_entry (id, tracker_id, user_id, version, status, amount, note, description, emotion, occurred_at,
    zone_id, local_date, reminder_message, reminder_at, fingerprint, created_at, updated_at)
VALUES
    ('01a1fc06-0168-7cb0-975c-0ad80fac8d66', '01a1fc05-f134-761f-9c2f-d3de8b9c84e0',
     '11111111-1111-4111-8111-111111111111', 1, 'DONE', -12.50, NULL, NULL, 'HAPPY', '2026-11-20T12:00:00Z',
     'Europe/Berlin', '2026-11-20', 'again', '2026-12-01T08:00:00Z', 'f3', '2026-11-20T12:00:00Z',
     '2026-11-20T12:00:00Z'),
    ('01a1fc06-0168-7cb0-975c-0ad80fac8d67', '01a1fc05-f134-761f-9c2f-d3de8b9c84e1',
     '11111111-1111-4111-8111-111111111111', 3, 'DONE', NULL, '世界', 'd', NULL, '2026-11-20T12:00:00Z',
     'UTC', '2026-11-20', NULL, NULL, 'f4', '2026-11-20T12:00:00Z', '2026-11-20T13:00:00Z');
