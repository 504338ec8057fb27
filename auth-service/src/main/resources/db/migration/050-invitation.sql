--liquibase formatted sql

--changeset tallybook:050-invitation
--comment Who may register while registration is by invitation. Only HMACs of the token and of who used it are kept.
CREATE TABLE invitation (
    id          uuid        PRIMARY KEY,
    token_hash  bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    email       text        CHECK (length(email) BETWEEN 6 AND 254),
    created_by  uuid        REFERENCES identity (id) ON DELETE SET NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL CHECK (expires_at > created_at),
    used_at     timestamptz,
    used_by     bytea       CHECK (length(used_by) = 32),
    accepted_by uuid        REFERENCES identity (id) ON DELETE CASCADE
);

CREATE INDEX invitation_newest ON invitation (created_at DESC, id DESC);

CREATE INDEX invitation_expiry ON invitation (expires_at);

CREATE INDEX invitation_of_creator ON invitation (created_by);

CREATE INDEX invitation_of_newcomer ON invitation (accepted_by);
--rollback DROP TABLE invitation;
