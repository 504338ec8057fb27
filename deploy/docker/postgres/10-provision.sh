#!/bin/bash
# Run once by the official image, when the data directory is empty: three databases, two roles each. The owner role
# migrates; the app role has data manipulation only. The launcher's DatabaseProvisioner does the same.
set -euo pipefail

# The passwords are read by psql itself, so that they stand in no process list.
provision() { # service
  psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres \
    -v service="$1" -v name="tallybook_$1" -v owner="tallybook_$1_owner" -v app="tallybook_$1_app" <<'SQL'
\setenv SERVICE :service
\set owner_password `cat "${SECRETS_DIR:-/run/secrets}/db-$SERVICE-owner-password"`
\set app_password `cat "${SECRETS_DIR:-/run/secrets}/db-$SERVICE-app-password"`
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"app" LOGIN PASSWORD :'app_password';
CREATE DATABASE :"name" OWNER :"owner" ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"name" TO :"app";
\connect :"name"
ALTER SCHEMA public OWNER TO :"owner";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :"app";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"app";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" GRANT USAGE, SELECT ON SEQUENCES TO :"app";
SQL
}

for service in auth tracker report; do
  provision "$service"
done
