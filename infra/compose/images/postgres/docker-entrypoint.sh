#!/bin/bash
# As much of the official image's entrypoint as docker-compose.yml and testcontainers use.
set -euo pipefail

secret() {
  local file="${1}_FILE"
  if [ -n "${!file:-}" ]; then cat "${!file}"; else printf '%s' "${!1:-}"; fi
}

if [ "${1:-}" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  password=$(secret POSTGRES_PASSWORD)
  if [ -z "$password" ]; then
    echo 'POSTGRES_PASSWORD_FILE (or POSTGRES_PASSWORD) is not set: a database without a password is refused.' >&2
    exit 1
  fi
  user=${POSTGRES_USER:-postgres}
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  # Made aside and renamed last: a cluster that carries its name is whole.
  rm -rf "$PGDATA.new"
  initdb --pgdata="$PGDATA.new" --username="$user" --pwfile=<(printf '%s\n' "$password") \
    --auth-local=trust --auth-host=scram-sha-256 ${POSTGRES_INITDB_ARGS:-}
  echo 'host all all all scram-sha-256' >>"$PGDATA.new/pg_hba.conf"
  if [ -n "${POSTGRES_DB:-}" ] && [ "$POSTGRES_DB" != postgres ]; then
    printf 'create database "%s" owner "%s";\n' "${POSTGRES_DB//\"/\"\"}" "${user//\"/\"\"}" |
      postgres --single -D "$PGDATA.new" postgres >/dev/null
  fi
  rmdir "$PGDATA"
  mv "$PGDATA.new" "$PGDATA"
  echo 'PostgreSQL init process complete; ready for start up.'
fi
if [ "${1:-}" = postgres ]; then set -- "$@" -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql; fi
exec "$@"
