--liquibase formatted sql

--changeset tallybook:007-user-setting
--comment What this service knows of a user: copied from user.* events, guarded by their version. No row means defaults.
CREATE TABLE user_setting (
    user_id   uuid   PRIMARY KEY,
    version   bigint NOT NULL CHECK (version >= 1),
    day_start time   NOT NULL DEFAULT '00:00'
);
--rollback DROP TABLE user_setting;
