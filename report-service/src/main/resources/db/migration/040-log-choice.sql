--liquibase formatted sql

--changeset tallybook:040-log-choice
--comment What was chosen, as it was called then; a later rename of the choice changes no month.
ALTER TABLE log_fact ADD COLUMN choice text;
--rollback ALTER TABLE log_fact DROP COLUMN choice;
