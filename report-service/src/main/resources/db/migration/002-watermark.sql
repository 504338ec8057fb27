--liquibase formatted sql

--changeset tallybook:002-watermark
--comment Which sequence numbers of a source have arrived for a user; contiguous is the end of the gapless beginning.
CREATE TABLE watermark (
    user_id    uuid           NOT NULL,
    source     text           NOT NULL,
    received   int8multirange NOT NULL,
    contiguous bigint         NOT NULL GENERATED ALWAYS AS (lower('{[1,)}'::int8multirange - received) - 1) STORED,
    PRIMARY KEY (user_id, source)
);
--rollback DROP TABLE watermark;
