#!/usr/bin/env bash
# train.sh JAR ARCHIVE: starts the application once on an empty PostgreSQL of its own, looks at the pages that everybody sees first, and
# stops it; on its way out Java writes down the classes it has loaded, and the next start takes them from there.
set -euo pipefail
jar=$1
archive=$2
data=$(mktemp --directory)
municipality=$(dirname "$0")/training.yaml
secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')

ask() { # PORT PATH: fails unless that is answered with 200
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    head -n 1 <&3 | grep -q ' 200'
}

initdb --pgdata "$data/database" --username training --auth trust --no-sync >/dev/null
pg_ctl --pgdata "$data/database" --wait --log "$data/database.log" \
    --options "-c listen_addresses=127.0.0.1 -c port=54329 -c unix_socket_directories=$data" start >/dev/null
trap 'pg_ctl --pgdata "$data/database" --mode immediate stop >/dev/null; rm -rf "$data"' EXIT
psql --quiet --host 127.0.0.1 --port 54329 --username training --dbname postgres \
    --command "create role kreislaufstadt_owner login" --command "create role kreislaufstadt_app login" \
    --command "create database kreislaufstadt owner kreislaufstadt_owner"

export SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:54329/kreislaufstadt SPRING_DATASOURCE_USERNAME=kreislaufstadt_app
export SPRING_DATASOURCE_PASSWORD=none SPRING_FLYWAY_URL=$SPRING_DATASOURCE_URL SPRING_FLYWAY_USER=kreislaufstadt_owner
export SPRING_FLYWAY_PASSWORD=none KREISLAUFSTADT_ADMIN_PASSWORD=$secret KREISLAUFSTADT_MUNICIPALITIES="file:$municipality"
export SERVER_PORT=54330 MANAGEMENT_SERVER_PORT=54331 KREISLAUFSTADT_DOCUMENTS_SPOOL=$data/spool

java "@$(dirname "$0")/java.options" "-XX:ArchiveClassesAtExit=$archive" -jar "$jar" >"$data/application.log" 2>&1 &
application=$!
for _ in $(seq 300); do
    if ask 54331 /actuator/health/readiness 2>/dev/null; then ready=yes; break; fi
    kill -0 "$application" 2>/dev/null || break
    sleep 1
done
if [ "${ready:-no}" != yes ]; then
    tail -n 50 "$data/application.log" >&2
    exit 1
fi
for page in /anmelden / /training; do ask 54330 "$page" || true; done
kill "$application"
# Whoever is told to end by a signal says so with 143.
wait "$application" || [ $? = 143 ]
test -s "$archive"
