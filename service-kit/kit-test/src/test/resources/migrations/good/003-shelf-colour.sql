--liquibase formatted sql

--changeset tallybook:003-shelf-colour
ALTER TABLE shelf ADD COLUMN colour text NOT NULL DEFAULT 'white';
--rollback ALTER TABLE shelf DROP COLUMN colour;
