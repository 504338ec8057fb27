--liquibase formatted sql

--changeset tallybook:008-report-mail
--comment Reports that were asked for by mail: written in the asking transaction, delivered by a poller.
CREATE TABLE report_mail (
    id              uuid        PRIMARY KEY,
    user_id         uuid        NOT NULL,
    month           date        NOT NULL,
    requested_at    timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz,
    last_error      text,
    sent_at         timestamptz
);

CREATE UNIQUE INDEX report_mail_waiting ON report_mail (user_id, month) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX report_mail_due ON report_mail (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
--rollback DROP TABLE report_mail;
