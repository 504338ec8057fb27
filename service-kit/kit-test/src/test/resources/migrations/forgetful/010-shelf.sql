--liquibase formatted sql

--changeset tallybook:010-shelf
CREATE TABLE shelf (id uuid PRIMARY KEY, label text);
--rollback DROP TABLE shelf;
