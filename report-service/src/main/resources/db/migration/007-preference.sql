--liquibase formatted sql

--changeset tallybook:007-preference
--comment What a user wants to receive and when, in local time; no row means the defaults.
CREATE TABLE preference (
    user_id           uuid    PRIMARY KEY,
    version           bigint  NOT NULL,
    notification      text    NOT NULL,
    notification_time time    NOT NULL,
    weekday           text    NOT NULL,
    report_format     text    NOT NULL,
    report_enabled    boolean NOT NULL,
    report_time       time    NOT NULL
);
--rollback DROP TABLE preference;
