--liquibase formatted sql

--changeset tallybook:011-session-proof
--comment When the owner last proved who they are. The default serves a replica that does not know the column yet.
ALTER TABLE session ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now();

UPDATE session SET proved_at = created_at;
--rollback ALTER TABLE session DROP COLUMN proved_at;
