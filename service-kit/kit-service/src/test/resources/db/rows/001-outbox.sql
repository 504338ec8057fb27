INSERT INTO user_stream (user_id, last_seq) VALUES ('0193495e-0000-7000-8000-000000000001', 41);
INSERT INTO outbox (event_id, bucket, user_id, seq, type, subject, occurred_at, data)
VALUES ('0193495e-0000-7000-8000-000000000002', 3, '0193495e-0000-7000-8000-000000000001', 41, 'log.recorded.v1',
        '0193495e-0000-7000-8000-000000000003', '2026-11-20T21:05:00Z', '{"version":1}');
