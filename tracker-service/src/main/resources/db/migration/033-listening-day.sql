--liquibase formatted sql

--changeset tallybook:033-listening-day
--comment The log that stands for a day, and what was last written into it.
CREATE TABLE listening_day (
    user_id    uuid    NOT NULL,
    kind       text    NOT NULL,
    local_date date    NOT NULL,
    log_id     uuid    NOT NULL,
    minutes    numeric NOT NULL CHECK (minutes >= 0),
    PRIMARY KEY (user_id, kind, local_date),
    CONSTRAINT listening_day_of FOREIGN KEY (user_id, kind) REFERENCES integration (user_id, kind) ON DELETE CASCADE
);
--rollback DROP TABLE listening_day;
