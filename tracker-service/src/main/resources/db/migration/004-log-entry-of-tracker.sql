--liquibase formatted sql

--changeset tallybook:004-log-entry-of-tracker
--comment A tracker's logs, latest first, their cursor, the latest of them, and the cascade.
CREATE INDEX log_entry_of_tracker ON log_entry (tracker_id, occurred_at DESC, id DESC);
--rollback DROP INDEX log_entry_of_tracker;
