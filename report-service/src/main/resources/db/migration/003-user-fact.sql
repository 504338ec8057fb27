--liquibase formatted sql

--changeset tallybook:003-user-fact
--comment The newest known state of a user's profile.
CREATE TABLE user_fact (
    user_id        uuid        PRIMARY KEY,
    version        bigint      NOT NULL,
    email          text        NOT NULL,
    email_verified boolean     NOT NULL,
    username       text        NOT NULL,
    time_zone      text        NOT NULL,
    locale         text        NOT NULL,
    day_start      time        NOT NULL,
    locked         boolean     NOT NULL,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL
);
--rollback DROP TABLE user_fact;
