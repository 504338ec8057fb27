--liquibase formatted sql

--changeset tallybook:001-shelf
CREATE TABLE shelf (id uuid PRIMARY KEY);
