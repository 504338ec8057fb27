--liquibase formatted sql

--changeset tallybook:042-bcrypt-credential
--comment Hashes that users bring along from other systems, until their next login.
ALTER TABLE credential DROP CONSTRAINT credential_password_hash_check;

ALTER TABLE credential ADD CONSTRAINT credential_password_hash_check
    CHECK (password_hash ~ '^\$(argon2id|2[aby])\$' AND length(password_hash) <= 200);
--rollback DELETE FROM credential WHERE password_hash NOT LIKE '$argon2id$%';
--rollback ALTER TABLE credential DROP CONSTRAINT credential_password_hash_check;
--rollback ALTER TABLE credential ADD CONSTRAINT credential_password_hash_check CHECK (password_hash LIKE '$argon2id$%' AND length(password_hash) <= 200);
