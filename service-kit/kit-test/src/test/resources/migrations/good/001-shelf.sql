--liquibase formatted sql

--changeset tallybook:001-shelf
CREATE TABLE shelf (
    id uuid PRIMARY KEY,
    label text NOT NULL UNIQUE CHECK (label <> ''),
    position int GENERATED ALWAYS AS IDENTITY
);
COMMENT ON TABLE shelf IS 'where things stand';
--rollback DROP TABLE shelf;
