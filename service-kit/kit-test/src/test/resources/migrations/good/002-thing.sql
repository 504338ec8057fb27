--liquibase formatted sql

--changeset tallybook:002-thing
CREATE TABLE thing (
    id uuid PRIMARY KEY,
    shelf_id uuid NOT NULL REFERENCES shelf (id) ON DELETE CASCADE,
    weight numeric(30, 10),
    put_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX thing_shelf ON thing (shelf_id, put_at DESC) WHERE weight IS NOT NULL;
--rollback DROP TABLE thing;

--changeset tallybook:002-thing-touch splitStatements:false
CREATE FUNCTION thing_touched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.put_at := clock_timestamp();
    RETURN NEW;
END
$$;
CREATE TRIGGER thing_touch BEFORE UPDATE ON thing FOR EACH ROW EXECUTE FUNCTION thing_touched();
--rollback DROP TRIGGER thing_touch ON thing; DROP FUNCTION thing_touched();
