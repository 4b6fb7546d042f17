-- What was open when a week ended. Deadlines move later on, so it is written down once and not worked out anew.
create table workload_week (
    municipality_id text not null references municipality (id),
    week date not null check (extract(isodow from week) = 1),
    department text not null,
    open_tasks integer not null check (open_tasks >= 0),
    due_tasks integer not null check (due_tasks >= 0),
    overdue_tasks integer not null check (overdue_tasks >= 0),
    created_at timestamptz not null default now(),
    primary key (municipality_id, week, department),
    check (due_tasks + overdue_tasks <= open_tasks)
);
comment on table workload_week is
    'Offene, fällige und überfällige Aufgaben je Fachbereich am Ende einer Woche; „*“ steht für alle. Enthält keine Personen.';
comment on column workload_week.week is 'Montag nach dem Ende der Woche: Es zählt, was an ihm um 0 Uhr offen war.';
comment on column workload_week.due_tasks is 'An diesem Montag oder in den sechs Tagen danach fällig';
