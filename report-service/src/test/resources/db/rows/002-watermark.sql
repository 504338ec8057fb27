INSERT INTO watermark (user_id, source, received) VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', '/tracker-service', '{[1,5),[7,8)}');
