INSERT INTO log_entry (id, tracker_id, user_id, version, status, answer, seconds, choice, rating, occurred_at, zone_id,
    local_date, fingerprint, created_at, updated_at)
VALUES
    ('01a1fc06-0168-7cb0-975c-0ad80fac8d70', '01a1fc05-f134-761f-9c2f-d3de8b9c84e2',
     '11111111-1111-4111-8111-111111111111', 1, 'DONE', NULL, NULL, 'Grün', NULL, '2026-11-20T12:00:00Z', 'UTC',
     '2026-11-20', 'f7', '2026-11-20T12:00:00Z', '2026-11-20T12:00:00Z'),
    ('01a1fc06-0168-7cb0-975c-0ad80fac8d71', '01a1fc05-f134-761f-9c2f-d3de8b9c84e3',
     '11111111-1111-4111-8111-111111111111', 1, 'DONE', NULL, NULL, NULL, 5, '2026-11-20T12:00:00Z', 'UTC',
     '2026-11-20', 'f8', '2026-11-20T12:00:00Z', '2026-11-20T12:00:00Z');
