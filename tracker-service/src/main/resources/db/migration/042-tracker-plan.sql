--liquibase formatted sql

--changeset tallybook:042-tracker-plan
--comment Goal, schedule and pauses. Pauses are ISO-8601 intervals of days, an open end written as two points.
ALTER TABLE tracker
    ADD COLUMN goal_kind         text CHECK (goal_kind IN ('AT_LEAST', 'AT_MOST')),
    ADD COLUMN goal_target       numeric CHECK (abs(goal_target) < 1e20 AND scale(goal_target) <= 10),
    ADD COLUMN goal_period       text CHECK (goal_period IN ('DAY', 'WEEK', 'MONTH')),
    ADD COLUMN schedule_times    smallint,
    ADD COLUMN schedule_days     smallint CHECK (schedule_days BETWEEN 1 AND 365),
    ADD COLUMN schedule_weekdays text[] CHECK (
        cardinality(schedule_weekdays) BETWEEN 1 AND 7
        AND schedule_weekdays <@ '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY}'::text[]),
    ADD COLUMN pauses            text[] NOT NULL DEFAULT '{}' CHECK (
        cardinality(pauses) <= 100 AND array_position(pauses, NULL) IS NULL
        AND array_to_string(pauses, ' ') ~ '^(\d{4}-\d\d-\d\d/(\d{4}-\d\d-\d\d|\.\.)( |$))*$'),
    ADD CONSTRAINT tracker_goal CHECK (num_nonnulls(goal_kind, goal_target, goal_period) IN (0, 3)),
    ADD CONSTRAINT tracker_goal_target CHECK (goal_target >= 0 OR type = 'NUMERIC'),
    ADD CONSTRAINT tracker_schedule CHECK (
        num_nonnulls(schedule_times, schedule_days) IN (0, 2)
        AND schedule_times BETWEEN 1 AND schedule_days
        AND (schedule_times IS NULL OR schedule_weekdays IS NULL));
--rollback ALTER TABLE tracker
--rollback     DROP CONSTRAINT tracker_schedule, DROP CONSTRAINT tracker_goal_target, DROP CONSTRAINT tracker_goal,
--rollback     DROP COLUMN pauses, DROP COLUMN schedule_weekdays, DROP COLUMN schedule_days, DROP COLUMN schedule_times,
--rollback     DROP COLUMN goal_period, DROP COLUMN goal_target, DROP COLUMN goal_kind;
