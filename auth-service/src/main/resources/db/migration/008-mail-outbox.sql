--liquibase formatted sql

--changeset tallybook:008-mail-outbox
--comment Mails between the transaction that wanted them and the mail server. No secret is in them.
CREATE TABLE mail_outbox (
    id              uuid        PRIMARY KEY,
    kind            text        NOT NULL CHECK (length(kind) <= 40),
    recipient       text        NOT NULL CHECK (length(recipient) <= 254),
    locale          text        NOT NULL CHECK (length(locale) <= 35),
    link_id         uuid,
    detail          text        CHECK (length(detail) <= 200),
    created_at      timestamptz NOT NULL,
    attempts        integer     NOT NULL CHECK (attempts >= 0),
    next_attempt_at timestamptz NOT NULL,
    last_error      text
);

CREATE INDEX mail_outbox_next_attempt ON mail_outbox (next_attempt_at);
--rollback DROP TABLE mail_outbox;
