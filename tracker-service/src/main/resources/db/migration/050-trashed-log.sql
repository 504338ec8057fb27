--liquibase formatted sql

--changeset tallybook:050-trashed-log
--comment Deleted logs for 30 days, each as the row it was. with_tracker: went with its tracker and comes back with it.
CREATE TABLE trashed_log (
    id           uuid        PRIMARY KEY,
    user_id      uuid        NOT NULL,
    tracker_id   uuid        NOT NULL,
    version      bigint      NOT NULL CHECK (version >= 2),
    deleted_at   timestamptz NOT NULL,
    with_tracker boolean     NOT NULL,
    entry        jsonb       NOT NULL
);

CREATE INDEX trashed_log_list ON trashed_log (user_id, with_tracker, deleted_at DESC, id DESC);
CREATE INDEX trashed_log_of_tracker ON trashed_log (tracker_id, with_tracker);
CREATE INDEX trashed_log_age ON trashed_log (deleted_at);
--rollback DROP TABLE trashed_log;
