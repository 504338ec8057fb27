INSERT INTO listening_day (user_id, kind, local_date, log_id, minutes)
VALUES ('11111111-1111-4111-8111-111111111111', 'spotify', '2026-11-20', '01a1fc06-0168-7cb0-975c-0ad80fac8d66', 3.13);
