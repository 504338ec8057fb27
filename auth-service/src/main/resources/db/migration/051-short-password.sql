--liquibase formatted sql

--changeset tallybook:051-short-password
--comment Whether a password is so short that it needs a second factor beside it; the hash no longer tells.
ALTER TABLE credential ADD COLUMN is_short boolean NOT NULL DEFAULT false;
--rollback ALTER TABLE credential DROP COLUMN is_short;
