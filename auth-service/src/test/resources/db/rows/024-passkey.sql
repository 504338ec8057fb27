INSERT INTO passkey (id, user_id, name, credential_id, attested_data, sign_count, backup_eligible, created_at)
VALUES ('019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4b24', '019a2f3c-6b7e-7c11-9d3a-5b1f0c2e4a68', 'Phone',
    decode(repeat('0a', 32), 'hex'), decode(repeat('0b', 120), 'hex'), 7, true, '2026-10-28T18:07:00Z');
