#!/usr/bin/env bash
# Runs once, when the database is empty: one role owns and migrates, another one runs.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
    --set owner_password="${OWNER_PASSWORD:?}" --set app_password="${APP_PASSWORD:?}" <<'SQL'
create role kreislaufstadt_owner login password :'owner_password';
create role kreislaufstadt_app login password :'app_password';
create database kreislaufstadt owner kreislaufstadt_owner;
revoke all on database kreislaufstadt from public;
grant connect on database kreislaufstadt to kreislaufstadt_app;
SQL
