--liquibase formatted sql

--changeset tallybook:041-email-change
--comment Wishes to move to another address, until both addresses have agreed.
CREATE TABLE email_change (
    user_id          uuid        PRIMARY KEY REFERENCES identity (id) ON DELETE CASCADE,
    wanted           text        NOT NULL CHECK (length(wanted) BETWEEN 6 AND 254),
    confirmed_by_old boolean     NOT NULL,
    confirmed_by_new boolean     NOT NULL,
    requested_at     timestamptz NOT NULL
);

ALTER TABLE mailed_link DROP CONSTRAINT mailed_link_purpose_check;

ALTER TABLE mailed_link ADD CONSTRAINT mailed_link_purpose_check
    CHECK (purpose IN ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CONFIRM_MOVE_FROM', 'CONFIRM_MOVE_TO'));
--rollback DELETE FROM mailed_link WHERE purpose IN ('CONFIRM_MOVE_FROM', 'CONFIRM_MOVE_TO');
--rollback ALTER TABLE mailed_link DROP CONSTRAINT mailed_link_purpose_check;
--rollback ALTER TABLE mailed_link ADD CONSTRAINT mailed_link_purpose_check CHECK (purpose IN ('VERIFY_EMAIL', 'RESET_PASSWORD'));
--rollback DROP TABLE email_change;
