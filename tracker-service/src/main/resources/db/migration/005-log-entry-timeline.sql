--liquibase formatted sql

--changeset tallybook:005-log-entry-timeline
--comment All logs of a user, latest first, and its cursor.
CREATE INDEX log_entry_timeline ON log_entry (user_id, occurred_at DESC, id DESC);
--rollback DROP INDEX log_entry_timeline;
