--liquibase formatted sql

--changeset tallybook:061-unverified-identity
--comment Accounts that were never verified, the oldest first, so that they are found among the many that were.
CREATE INDEX identity_unverified ON identity (created_at) WHERE email_verified_at IS NULL;
--rollback DROP INDEX identity_unverified;
