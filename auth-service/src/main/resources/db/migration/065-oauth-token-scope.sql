--liquibase formatted sql

--changeset tallybook:065-oauth-token-scope
--comment What the user allowed (RFC 6749, section 3.3), separated by spaces. Null for grants of before it was kept.
ALTER TABLE oauth_token ADD COLUMN scopes text CHECK (length(scopes) <= 4000);
--rollback ALTER TABLE oauth_token DROP COLUMN scopes;
