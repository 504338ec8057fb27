#!/bin/sh
# Makes every secret that docker-compose.yml needs, once, from the system's random source. What exists is kept, so it
# is safe to run again. Needs openssl.
#   deploy/docker/make-secrets.sh [directory]      (default: deploy/docker/secrets)
set -eu
command -v openssl >/dev/null || { echo "make-secrets.sh: openssl is needed" >&2; exit 1; }
dir=${1:-$(dirname "$0")/secrets}
mkdir -p "$dir"
chmod 700 "$dir"

# The directory is private to you; the files are readable because containers read them with other numeric users.
write() { # name, text
  [ -e "$dir/$1" ] || { printf '%s' "$2" >"$dir/$1.new"; chmod 444 "$dir/$1.new"; mv "$dir/$1.new" "$dir/$1"; }
}
read_back() { cat "$dir/$1"; }

# 32 random bytes in base64, as the services want them.
for name in pepper keys-kek session-secret internal-secret; do
  write "$name" "$(openssl rand -base64 32)"
done

# Passwords are hexadecimal, so that they fit into a URL as they are.
for name in postgres redis amqp-auth amqp-tracker amqp-report; do
  write "$name-password" "$(openssl rand -hex 24)"
done
for service in auth tracker report; do
  for role in owner app; do
    write "db-$service-$role-password" "$(openssl rand -hex 24)"
  done
  write "amqp-$service-url" "amqp://tallybook-$service:$(read_back "amqp-$service-password")@rabbitmq:5672/%2F"
done
write redis-url "redis://:$(read_back redis-password)@redis:6379"
write redis.conf "requirepass $(read_back redis-password)
appendonly yes
"

# RabbitMQ stores base64(salt + SHA-256(salt + password)); the salt is any four bytes.
hashed() {
  salt=$(openssl rand -hex 2)
  { printf '%s' "$salt"; printf '%s%s' "$salt" "$(read_back "$1")" | openssl dgst -sha256 -binary; } | openssl base64 -A
}
definitions=$(dirname "$0")/rabbitmq/definitions.template.json
write rabbitmq-definitions.json "$(sed \
  -e "s|@AUTH_HASH@|$(hashed amqp-auth-password)|" \
  -e "s|@TRACKER_HASH@|$(hashed amqp-tracker-password)|" \
  -e "s|@REPORT_HASH@|$(hashed amqp-report-password)|" "$definitions")"
echo "Secrets are in $dir; keep a copy of pepper and keys-kek with your backups, in another place than the dumps."
