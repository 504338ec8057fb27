--liquibase formatted sql

--changeset tallybook:040-known-device
--comment Devices that users have signed in from, as an HMAC of their traits.
CREATE TABLE known_device (
    user_id       uuid        NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    fingerprint   bytea       NOT NULL CHECK (length(fingerprint) = 32),
    first_seen_at timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL CHECK (last_seen_at >= first_seen_at),
    PRIMARY KEY (user_id, fingerprint)
);

CREATE INDEX known_device_last_seen ON known_device (last_seen_at);
--rollback DROP TABLE known_device;
