--liquibase formatted sql

--changeset tallybook:010-audit-event
--comment What happened to an account, for its owner and for administrators. No secret is in it.
CREATE TABLE audit_event (
    id             uuid        PRIMARY KEY,
    user_id        uuid        NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    action         text        NOT NULL CHECK (length(action) BETWEEN 1 AND 40),
    at             timestamptz NOT NULL,
    actor_id       uuid,
    client_address text        CHECK (length(client_address) <= 45),
    user_agent     text        CHECK (length(user_agent) <= 300),
    subject        text        CHECK (length(subject) <= 200)
);

CREATE INDEX audit_event_of_user ON audit_event (user_id, at DESC, id DESC);

CREATE INDEX audit_event_at ON audit_event (at);
--rollback DROP TABLE audit_event;
