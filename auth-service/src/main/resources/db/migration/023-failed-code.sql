--liquibase formatted sql

--changeset tallybook:023-failed-code
--comment When a wrong second factor was given with a right password; limits how many may be tried.
CREATE TABLE failed_code (
    id      uuid        PRIMARY KEY,
    user_id uuid        NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    at      timestamptz NOT NULL
);

CREATE INDEX failed_code_of_user ON failed_code (user_id, at);
--rollback DROP TABLE failed_code;
