--liquibase formatted sql

--changeset tallybook:001-identity
--comment Users. The keys are the lower-case forms that uniqueness is decided by.
CREATE TABLE identity (
    id                uuid        PRIMARY KEY,
    version           bigint      NOT NULL CHECK (version >= 1),
    email             text        NOT NULL CHECK (length(email) BETWEEN 6 AND 254),
    email_key         text        NOT NULL,
    email_verified_at timestamptz,
    username          text        NOT NULL CHECK (username ~ '^[A-Za-z0-9._-]{4,25}$'),
    username_key      text        NOT NULL,
    time_zone         text        NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 64),
    locale            text        NOT NULL CHECK (length(locale) BETWEEN 2 AND 35),
    day_start         time        NOT NULL,
    roles             text[]      NOT NULL CHECK (cardinality(roles) >= 1),
    locked_at         timestamptz,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL CHECK (updated_at >= created_at),
    CONSTRAINT identity_email_once UNIQUE (email_key),
    CONSTRAINT identity_username_once UNIQUE (username_key)
);
--rollback DROP TABLE identity;
