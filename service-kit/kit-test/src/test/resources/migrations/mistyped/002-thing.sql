--liquibase formatted sql

--changeset tallybook:002-thing
CREATE TABLE thing (id uuid PRIMARY KEY);
--rollback DROP TABLE thing;
