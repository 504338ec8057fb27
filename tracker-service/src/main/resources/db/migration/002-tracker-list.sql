--liquibase formatted sql

--changeset tallybook:002-tracker-list
--comment The list of a user's trackers, latest change first, and its cursor.
CREATE INDEX tracker_list ON tracker (user_id, updated_at DESC, id DESC);
--rollback DROP INDEX tracker_list;
