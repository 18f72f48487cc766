#!/usr/bin/env bash
# A private PostgreSQL on 127.0.0.1 for the tests. usage: postgres.sh start|stop|restart FOLDER PORT
# Exits with 3 where this machine has no PostgreSQL server (apt-get install postgresql).
set -euo pipefail
ACTION=${1:-} ROOT=${2:-} PORT=${3:-}
[ -n "$PORT" ] || { echo "usage: $0 start|stop|restart FOLDER PORT" >&2; exit 2; }
BIN=${PGBIN:-$( (ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin || true) 2>/dev/null | sort -V | tail -1)}
[ -x "$BIN/initdb" ] && [ -x "$BIN/pg_ctl" ] || { echo "no PostgreSQL server binaries here" >&2; exit 3; }
# PostgreSQL refuses to run as root.
if [ "$(id -u)" = 0 ]; then
  id postgres >/dev/null 2>&1 || { echo "no user postgres here" >&2; exit 3; }
  as() { (cd / && runuser -u postgres -- "$@"); }
  own() { chown -R postgres "$ROOT"; }
else
  as() { "$@"; }
  own() { :; }
fi
control() {
  # Killing processes, unlike cutting the power, loses nothing that was handed to the system: fsync=off only saves time.
  # The server must not hold this script's output open, or whoever reads it waits for ever.
  as "$BIN/pg_ctl" -D "$ROOT/data" -w -t 60 -l "$ROOT/log" -o "-p $PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=$ROOT -c max_connections=60 -c fsync=off" "$@" >/dev/null 2>&1 </dev/null
}
case $ACTION in
start)
  mkdir -p "$ROOT"
  own
  [ -f "$ROOT/data/PG_VERSION" ] || as "$BIN/initdb" -D "$ROOT/data" -A trust -U postgres -E UTF8 --locale=C --no-sync >/dev/null
  control start ;;
stop) control -m immediate stop ;;
restart) control -m immediate restart ;;
*) exit 2 ;;
esac
