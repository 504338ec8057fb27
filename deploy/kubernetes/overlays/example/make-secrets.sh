#!/bin/sh
# Makes the files that kustomization.yaml turns into Secrets. Secrets of our own come from the system's random source
# and are kept when they exist; the addresses of your servers come from the environment. Needs openssl.
#   PG_HOST=pg.example.org:5432 REDIS_URL=redis://:pw@redis:6379 SMTP_URL=smtps://user:pw@mail:465 \
#   AMQP_HOST=rabbitmq.example.org:5672 ./make-secrets.sh
# Give the roles and broker users the passwords it wrote (docs/operations.md).
set -eu
: "${PG_HOST:?host:port of PostgreSQL}" "${REDIS_URL:?}" "${SMTP_URL:?}" "${AMQP_HOST:?host:port of RabbitMQ}"
command -v openssl >/dev/null || { echo "make-secrets.sh: openssl is needed" >&2; exit 1; }
umask 077
cd "$(dirname "$0")"

write() { # path below secrets/, text
  file=secrets/$1
  mkdir -p "${file%/*}"
  [ -e "$file" ] || printf '%s' "$2" >"$file"
}
write tallybook/TALLYBOOK_REDIS_URL "$REDIS_URL"
write tallybook/internal-secret "$(openssl rand -base64 32)"
write gateway/session-secret "$(openssl rand -base64 32)"
write auth-service/pepper "$(openssl rand -base64 32)"
write auth-service/keys-kek "$(openssl rand -base64 32)"
for name in auth tracker report; do
  service=$name-service
  write "$service/TALLYBOOK_DB_URL" "postgresql://$PG_HOST/tallybook_$name"
  write "$service/TALLYBOOK_DB_APP_PASSWORD" "$(openssl rand -hex 24)"
  write "$service-migration/TALLYBOOK_DB_OWNER_PASSWORD" "$(openssl rand -hex 24)"
  write "$service/TALLYBOOK_AMQP_URL" "amqp://tallybook-$name:$(openssl rand -hex 24)@$AMQP_HOST/%2F"
done
write auth-service/TALLYBOOK_SMTP_URL "$SMTP_URL"
write report-service/TALLYBOOK_SMTP_URL "$SMTP_URL"
echo "Written to $PWD/secrets. Never commit them; keep a copy of pepper and keys-kek apart from the database dumps."
