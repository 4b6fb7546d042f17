-- The role the application runs as may read and write rows of both schemas and nothing else. Where one role does both
-- (a single-role installation), there is nothing to grant.
do $$
begin
    if exists (select from pg_roles where rolname = '${appRole}') and current_user <> '${appRole}' then
        execute 'grant usage on schema kreislaufstadt, camunda to ${appRole}';
        execute 'grant select, insert, update, delete on all tables in schema kreislaufstadt, camunda to ${appRole}';
        execute 'grant usage, select on all sequences in schema kreislaufstadt, camunda to ${appRole}';
        execute 'revoke all on kreislaufstadt.flyway_schema_history from ${appRole}';
    end if;
end
$$;
