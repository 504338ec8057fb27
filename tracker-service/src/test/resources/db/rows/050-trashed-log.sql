INSERT INTO trashed_log (id, user_id, tracker_id, version, deleted_at, with_tracker, entry)
VALUES ('01a1fc06-0168-7cb0-975c-0ad80fac8d69', '11111111-1111-4111-8111-111111111111',
    '01a1fc05-f134-761f-9c2f-d3de8b9c84e0', 2, '2026-11-20T12:00:00Z', false, '{"amount": 12.50}');
