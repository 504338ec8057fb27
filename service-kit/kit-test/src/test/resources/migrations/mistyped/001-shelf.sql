--liquibase formatted sql

--changset tallybook:001-shelf
CREATE TABLE shelf (id uuid PRIMARY KEY);
--rollback DROP TABLE shelf;
