--liquibase formatted sql

--changeset tallybook:051-trashed-tracker
--comment Deleted trackers for 30 days, each as the row it was; the logs that went with it are in trashed_log.
CREATE TABLE trashed_tracker (
    id         uuid        PRIMARY KEY,
    user_id    uuid        NOT NULL,
    version    bigint      NOT NULL CHECK (version >= 2),
    deleted_at timestamptz NOT NULL,
    entry      jsonb       NOT NULL
);

CREATE INDEX trashed_tracker_list ON trashed_tracker (user_id, deleted_at DESC, id DESC);
CREATE INDEX trashed_tracker_age ON trashed_tracker (deleted_at);
--rollback DROP TABLE trashed_tracker;
