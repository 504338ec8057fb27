--liquibase formatted sql

--changeset tallybook:032-listening-play
--comment When something was played and for how long, once however often it is told; what it was is not kept.
CREATE TABLE listening_play (
    user_id     uuid        NOT NULL,
    kind        text        NOT NULL,
    played_at   timestamptz NOT NULL,
    duration_ms bigint      NOT NULL CHECK (duration_ms BETWEEN 1 AND 86400000),
    local_date  date        NOT NULL,
    PRIMARY KEY (user_id, kind, played_at),
    CONSTRAINT listening_play_of FOREIGN KEY (user_id, kind) REFERENCES integration (user_id, kind) ON DELETE CASCADE
);

CREATE INDEX listening_play_of_day ON listening_play (user_id, kind, local_date);
--rollback DROP TABLE listening_play;
