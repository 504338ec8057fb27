--liquibase formatted sql

--changeset tallybook:041-log-values
--comment A column for each type of value; a log that is done fills exactly one, so a row says by itself what it holds.
ALTER TABLE log_entry
    ADD COLUMN answer  boolean,
    ADD COLUMN seconds numeric CHECK (abs(seconds) <= 3600000000 AND scale(seconds) <= 9),
    ADD COLUMN choice  text CHECK (length(choice) BETWEEN 1 AND 100 AND choice ~ '[^[:space:]]'),
    ADD COLUMN rating  smallint CHECK (rating BETWEEN 0 AND 100),
    DROP CONSTRAINT log_entry_value,
    ADD CONSTRAINT log_entry_value CHECK (
        num_nonnulls(amount, note, answer, seconds, choice, rating) = CASE status WHEN 'DONE' THEN 1 ELSE 0 END);
--rollback DELETE FROM log_entry WHERE num_nonnulls(answer, seconds, choice, rating) > 0;
--rollback ALTER TABLE log_entry
--rollback     DROP CONSTRAINT log_entry_value,
--rollback     DROP COLUMN rating, DROP COLUMN choice, DROP COLUMN seconds, DROP COLUMN answer,
--rollback     ADD CONSTRAINT log_entry_value CHECK (
--rollback         num_nonnulls(amount, note) = CASE status WHEN 'DONE' THEN 1 ELSE 0 END);
