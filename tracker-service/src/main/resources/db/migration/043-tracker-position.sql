--liquibase formatted sql

--changeset tallybook:043-tracker-position
--comment The user's own order of trackers; those that are there keep the order they were made in.
ALTER TABLE tracker ADD COLUMN position bigint;
UPDATE tracker t SET position = o.place
FROM (SELECT id, row_number() OVER (PARTITION BY user_id ORDER BY created_at, id) AS place FROM tracker) o
WHERE t.id = o.id;
ALTER TABLE tracker ALTER COLUMN position SET NOT NULL;
CREATE INDEX tracker_position ON tracker (user_id, position, id);
--rollback DROP INDEX tracker_position;
--rollback ALTER TABLE tracker DROP COLUMN position;
