--liquibase formatted sql

--changeset tallybook:004-session-of-user
--comment The list of a user's devices, the newest first.
CREATE INDEX session_of_user ON session (user_id, created_at DESC, id DESC);

CREATE INDEX session_expiry ON session (expires_at);
--rollback DROP INDEX session_expiry;
--rollback DROP INDEX session_of_user;
