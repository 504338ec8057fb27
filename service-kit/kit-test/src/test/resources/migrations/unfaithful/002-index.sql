--liquibase formatted sql

--changeset tallybook:002-index
CREATE INDEX shelf_label ON shelf (label);
ALTER TABLE shelf ALTER COLUMN label SET NOT NULL;
--rollback DROP INDEX shelf_label;
