--liquibase formatted sql

--changeset tallybook:030-user-zone
--comment Where the user lives, copied from user.* events, for what is written without a request. Null until told.
ALTER TABLE user_setting ADD COLUMN time_zone text CHECK (length(time_zone) BETWEEN 1 AND 64);
--rollback ALTER TABLE user_setting DROP COLUMN time_zone;
