--liquibase formatted sql

--changeset tallybook:060-audit-actor
--comment What an administrator did to others, so that it can be made anonymous when the administrator goes.
CREATE INDEX audit_event_actor ON audit_event (actor_id) WHERE actor_id IS NOT NULL;
--rollback DROP INDEX audit_event_actor;
