--liquibase formatted sql

--changeset tallybook:040-tracker-types
--comment Yes or no, durations, choices and ratings beside notes and amounts, and which fields each type has.
ALTER TABLE tracker
    ADD COLUMN choices   text[] NOT NULL DEFAULT '{}',
    ADD COLUMN scale_min smallint,
    ADD COLUMN scale_max smallint,
    DROP CONSTRAINT tracker_type_check,
    DROP CONSTRAINT tracker_numeric_fields,
    ADD CONSTRAINT tracker_type CHECK (type IN ('NOTE', 'NUMERIC', 'BOOLEAN', 'DURATION', 'CHOICE', 'RATING')),
    ADD CONSTRAINT tracker_unit CHECK ((unit IS NOT NULL) = (type = 'NUMERIC')),
    ADD CONSTRAINT tracker_what_to_track CHECK (
        CASE type WHEN 'NUMERIC' THEN what_to_track IS NOT NULL WHEN 'NOTE' THEN what_to_track IS NULL ELSE true END),
    ADD CONSTRAINT tracker_choices CHECK (
        (cardinality(choices) > 0) = (type = 'CHOICE')
        AND cardinality(choices) <= 50 AND array_position(choices, NULL) IS NULL),
    ADD CONSTRAINT tracker_scale CHECK (
        CASE type
            WHEN 'RATING' THEN scale_min IS NOT NULL AND scale_max IS NOT NULL
                AND scale_min >= 0 AND scale_min < scale_max AND scale_max <= 100
            ELSE scale_min IS NULL AND scale_max IS NULL
        END);
--rollback DELETE FROM log_entry USING tracker t WHERE t.id = tracker_id AND t.type NOT IN ('NOTE', 'NUMERIC');
--rollback DELETE FROM tracker WHERE type NOT IN ('NOTE', 'NUMERIC');
--rollback ALTER TABLE tracker
--rollback     DROP CONSTRAINT tracker_scale, DROP CONSTRAINT tracker_choices, DROP CONSTRAINT tracker_what_to_track,
--rollback     DROP CONSTRAINT tracker_unit, DROP CONSTRAINT tracker_type,
--rollback     DROP COLUMN scale_max, DROP COLUMN scale_min, DROP COLUMN choices,
--rollback     ADD CONSTRAINT tracker_type_check CHECK (type IN ('NOTE', 'NUMERIC')),
--rollback     ADD CONSTRAINT tracker_numeric_fields CHECK (
--rollback         (what_to_track IS NOT NULL) = (type = 'NUMERIC') AND (unit IS NOT NULL) = (type = 'NUMERIC'));
