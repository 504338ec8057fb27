--liquibase formatted sql

--changeset tallybook:041-tracker-plan
--comment Goal, scheduled weekdays (none: all) and pauses as ISO-8601 intervals of days, an open end as two points.
ALTER TABLE tracker_fact
    ADD COLUMN goal_kind   text,
    ADD COLUMN goal_target numeric,
    ADD COLUMN goal_period text,
    ADD COLUMN weekdays    text[] NOT NULL DEFAULT '{}',
    ADD COLUMN pauses      text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT tracker_fact_goal CHECK (num_nonnulls(goal_kind, goal_target, goal_period) IN (0, 3));
--rollback ALTER TABLE tracker_fact
--rollback     DROP CONSTRAINT tracker_fact_goal,
--rollback     DROP COLUMN pauses, DROP COLUMN weekdays,
--rollback     DROP COLUMN goal_period, DROP COLUMN goal_target, DROP COLUMN goal_kind;
