--liquibase formatted sql

--changeset tallybook:031-integration
--comment What a user opted in to, which tracker it feeds, and when it runs next. It ends with its tracker.
CREATE TABLE integration (
    user_id      uuid        NOT NULL,
    kind         text        NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    tracker_id   uuid        NOT NULL,
    zone_id      text        NOT NULL CHECK (length(zone_id) BETWEEN 1 AND 64),
    since        timestamptz NOT NULL,
    heard_until  timestamptz NOT NULL CHECK (heard_until >= since),
    state        text        NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED')),
    pause_reason text        CHECK (pause_reason IN ('LINK_MISSING', 'LINK_REVOKED', 'SCOPE_MISSING')),
    run          bigint      NOT NULL DEFAULT 0,
    failures     integer     NOT NULL DEFAULT 0 CHECK (failures >= 0),
    next_run_at  timestamptz NOT NULL,
    leased_until timestamptz,
    last_run_at  timestamptz,
    last_problem text        CHECK (length(last_problem) <= 100),
    PRIMARY KEY (user_id, kind),
    CONSTRAINT integration_tracker FOREIGN KEY (tracker_id, user_id) REFERENCES tracker (id, user_id) ON DELETE CASCADE,
    CONSTRAINT integration_reason CHECK ((state = 'PAUSED') = (pause_reason IS NOT NULL))
);

CREATE INDEX integration_due ON integration (next_run_at);
CREATE INDEX integration_of_tracker ON integration (tracker_id, user_id);
--rollback DROP TABLE integration;
