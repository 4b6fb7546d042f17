-- What nodes remember for some minutes (municipalities, deputies, the association, models of a municipality's own): whoever changes
-- it, also by hand, tells all nodes with the commit. A transaction tells once, however many rows it changes.
create function kreislaufstadt.tell_nodes() returns trigger language plpgsql as $$
begin
    perform pg_notify('kreislaufstadt_changed', '');
    return null;
end
$$;
comment on function kreislaufstadt.tell_nodes() is
    'Sagt allen Instanzen, dass sie Gemerktes neu lesen; hört eine nicht zu, gilt bei ihr das Alte noch einige Minuten';

create trigger tell_nodes after insert or update or delete on kreislaufstadt.municipality
    for each statement execute function kreislaufstadt.tell_nodes();
create trigger tell_nodes after insert or update or delete on kreislaufstadt.municipality_setting
    for each statement execute function kreislaufstadt.tell_nodes();
create trigger tell_nodes after insert or update or delete on kreislaufstadt.department
    for each statement execute function kreislaufstadt.tell_nodes();
create trigger tell_nodes after insert or update or delete on kreislaufstadt.department_role
    for each statement execute function kreislaufstadt.tell_nodes();
create trigger tell_nodes after insert or update or delete on kreislaufstadt.closing_day
    for each statement execute function kreislaufstadt.tell_nodes();
create trigger tell_nodes after insert or update or delete on kreislaufstadt.municipal_text
    for each statement execute function kreislaufstadt.tell_nodes();
create trigger tell_nodes after insert or update or delete on kreislaufstadt.deputy
    for each statement execute function kreislaufstadt.tell_nodes();
create trigger tell_nodes after insert or update or delete on kreislaufstadt.association
    for each statement execute function kreislaufstadt.tell_nodes();
create trigger tell_nodes after insert or delete on camunda.act_re_procdef
    for each statement execute function kreislaufstadt.tell_nodes();
create trigger tell_nodes after insert or delete on camunda.act_re_decision_def
    for each statement execute function kreislaufstadt.tell_nodes();
