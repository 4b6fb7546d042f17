-- The role the application runs as may read and write rows of both schemas and nothing else. Where one role does both
-- (a single-role installation), there is nothing to grant.
do $$
begin
    if exists (select from pg_roles where rolname = '${appRole}') and current_user <> '${appRole}' then
        -- Several nodes may start at once, and PostgreSQL lets only one of them change what a schema says of its rights.
        perform pg_advisory_xact_lock(hashtext('kreislaufstadt grants'));
        execute 'grant usage on schema kreislaufstadt, camunda to ${appRole}';
        execute 'grant select, insert, update, delete on all tables in schema kreislaufstadt, camunda to ${appRole}';
        execute 'grant usage, select on all sequences in schema kreislaufstadt, camunda to ${appRole}';
        execute 'revoke all on kreislaufstadt.flyway_schema_history from ${appRole}';
        -- The log of actions goes on through a function of its own; what it has been told of people can be erased.
        execute 'revoke insert, update, delete, truncate on kreislaufstadt.audit_head, kreislaufstadt.audit_entry,'
            || ' kreislaufstadt.audit_value, kreislaufstadt.audit_person from ${appRole}';
        execute 'grant update (logged) on kreislaufstadt.audit_value to ${appRole}';
        execute 'grant delete, update (delete_on) on kreislaufstadt.audit_person to ${appRole}';
        execute 'grant execute on function kreislaufstadt.append_audit(text, jsonb, date),'
            || ' kreislaufstadt.forget_audit(text) to ${appRole}';
    end if;
end
$$;
