--liquibase formatted sql

--changeset tallybook:003-log-entry
--comment One log: an amount or a note, when it happened, where the user was then. The owner must be the tracker's.
CREATE TABLE log_entry (
    id               uuid        PRIMARY KEY,
    tracker_id       uuid        NOT NULL,
    user_id          uuid        NOT NULL,
    version          bigint      NOT NULL CHECK (version >= 1),
    status           text        NOT NULL CHECK (status IN ('DONE', 'SKIPPED')),
    amount           numeric     CHECK (abs(amount) < 1e20 AND scale(amount) <= 10),
    note             text        CHECK (length(note) BETWEEN 1 AND 10000),
    description      text        CHECK (length(description) <= 2000),
    emotion          text        CHECK (length(emotion) BETWEEN 1 AND 64),
    occurred_at      timestamptz NOT NULL,
    zone_id          text        NOT NULL CHECK (length(zone_id) BETWEEN 1 AND 64),
    local_date       date        NOT NULL,
    reminder_message text        CHECK (length(reminder_message) BETWEEN 1 AND 500),
    reminder_at      timestamptz,
    fingerprint      text        NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL CHECK (updated_at >= created_at),
    CONSTRAINT log_entry_tracker FOREIGN KEY (tracker_id, user_id) REFERENCES tracker (id, user_id) ON DELETE CASCADE,
    CONSTRAINT log_entry_value CHECK (num_nonnulls(amount, note) = CASE status WHEN 'DONE' THEN 1 ELSE 0 END),
    CONSTRAINT log_entry_reminder CHECK ((reminder_message IS NULL) = (reminder_at IS NULL))
);
--rollback DROP TABLE log_entry;
