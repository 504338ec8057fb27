--liquibase formatted sql

--changeset tallybook:001-tracker
--comment What a user tracks. log_count and last_log_at change in the transaction of the log they count.
CREATE TABLE tracker (
    id            uuid        PRIMARY KEY,
    user_id       uuid        NOT NULL,
    version       bigint      NOT NULL CHECK (version >= 1),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100 AND name ~ '[^[:space:]]'),
    name_key      text        NOT NULL,
    description   text        CHECK (length(description) <= 2000),
    type          text        NOT NULL CHECK (type IN ('NOTE', 'NUMERIC')),
    what_to_track text        CHECK (length(what_to_track) BETWEEN 1 AND 100),
    unit          text        CHECK (length(unit) BETWEEN 1 AND 40),
    color         text        CHECK (length(color) BETWEEN 1 AND 32),
    icon          text        CHECK (length(icon) BETWEEN 1 AND 64),
    tags          text[]      NOT NULL CHECK (cardinality(tags) <= 20 AND array_position(tags, NULL) IS NULL),
    archived      boolean     NOT NULL,
    log_count     bigint      NOT NULL CHECK (log_count >= 0),
    last_log_at   timestamptz CHECK ((last_log_at IS NULL) = (log_count = 0)),
    fingerprint   text        NOT NULL,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL CHECK (updated_at >= created_at),
    CONSTRAINT tracker_name_once UNIQUE (user_id, name_key),
    CONSTRAINT tracker_owner UNIQUE (id, user_id),
    CONSTRAINT tracker_numeric_fields CHECK (
        (what_to_track IS NOT NULL) = (type = 'NUMERIC') AND (unit IS NOT NULL) = (type = 'NUMERIC'))
);
--rollback DROP TABLE tracker;
