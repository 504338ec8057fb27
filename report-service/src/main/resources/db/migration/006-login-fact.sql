--liquibase formatted sql

--changeset tallybook:006-login-fact
--comment Every successful interactive login, keyed by its event.
CREATE TABLE login_fact (
    user_id  uuid        NOT NULL,
    login_id uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (user_id, login_id)
);

CREATE INDEX login_fact_at ON login_fact (user_id, at);
--rollback DROP TABLE login_fact;
