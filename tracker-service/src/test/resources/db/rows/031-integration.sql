INSERT INTO integration (user_id, kind, tracker_id, zone_id, since, heard_until, state, pause_reason, run, failures,
    next_run_at, leased_until, last_run_at, last_problem)
VALUES
    ('11111111-1111-4111-8111-111111111111', 'spotify', '01a1fc05-f134-761f-9c2f-d3de8b9c84e0', 'Europe/Berlin',
     '2026-11-19T12:00:00Z', '2026-11-20T12:00:00Z', 'ACTIVE', NULL, 3, 0, '2026-11-20T12:15:00Z',
     '2026-11-20T12:25:00Z', '2026-11-20T12:00:00Z', NULL),
    ('11111111-1111-4111-8111-111111111111', 'radio', '01a1fc05-f134-761f-9c2f-d3de8b9c84e0', 'UTC',
     '2026-11-19T12:00:00Z', '2026-11-19T12:00:00Z', 'PAUSED', 'LINK_REVOKED', 1, 0, '2026-11-20T12:15:00Z', NULL,
     '2026-11-20T12:00:00Z', 'connection-revoked');
