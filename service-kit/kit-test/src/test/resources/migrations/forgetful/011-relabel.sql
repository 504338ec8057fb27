--liquibase formatted sql

--changeset tallybook:011-relabel
ALTER TABLE shelf DROP COLUMN label;
ALTER TABLE shelf ADD COLUMN label text;
--rollback ALTER TABLE shelf DROP COLUMN label; ALTER TABLE shelf ADD COLUMN label text;
