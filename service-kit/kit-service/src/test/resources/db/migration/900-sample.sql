--liquibase formatted sql

--changeset tallybook:900-sample
CREATE TABLE sample (
    id      uuid   PRIMARY KEY,
    version bigint NOT NULL,
    applied bigint NOT NULL,
    name    text   NOT NULL CHECK (name <> 'impossible')
);
--rollback DROP TABLE sample;
