INSERT INTO user_setting (user_id, version, day_start) VALUES ('11111111-1111-4111-8111-111111111111', 4, '04:30');
