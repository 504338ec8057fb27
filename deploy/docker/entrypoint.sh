#!/bin/sh
# Starts a service in a container. Secrets that are values (not files) may be mounted as files named after their
# variable: /run/secrets/TALLYBOOK_DB_APP_PASSWORD becomes that variable, and no process list or inspect shows it.
# Variables ending in _FILE name files themselves and are left alone.
set -eu
for file in "${SECRETS_DIR:-/run/secrets}"/TALLYBOOK_*; do
  name=${file##*/}
  case $name in
    *_FILE | 'TALLYBOOK_*') continue ;;
  esac
  value=$(cat "$file")
  export "$name=$value"
done
# The heap is bounded by the container's memory; JAVA_OPTS of the operator come last and win.
# shellcheck disable=SC2086
exec java -XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
  -Djava.util.logging.manager=org.jboss.logmanager.LogManager -Djava.awt.headless=true \
  ${JAVA_OPTS:-} -jar /opt/tallybook/quarkus-run.jar "$@"
