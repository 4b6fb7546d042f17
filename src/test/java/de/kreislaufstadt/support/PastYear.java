package de.kreislaufstadt.support;

import de.kreislaufstadt.process.Accounts;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the city of {@link ManyMeasures} has behind it: eight hundred tasks done within a year, the phases its measures have left,
 * decisions, workshops and milestones, and two departments with so many people that their times may be shown alone. The same
 * every time.
 */
@TestComponent
public class PastYear {

    /** Departments of seven people; all others of the test municipality have two. */
    public static final List<String> LARGE = List.of("wfm", "umwelt");

    private static final int TASKS = 800;
    private static final List<String> PHASES = List.of(
            "UNDER_REVIEW",
            "KNOWLEDGE",
            "STATUS_QUO",
            "WORKSHOPS",
            "STARTER_PROJECTS",
            "IMPLEMENTATION",
            "EVALUATION",
            "COMPLETED");

    /** Steps with their usual days; some departments do a step together, some alone. */
    private static final String DONE = """
            with step (process, task, department, days) as (values
                ('measure-lifecycle', 'review-proposal', 'klima', 6), ('measure-lifecycle', 'decide-measure', 'wfm', 14),
                ('measure-lifecycle', 'decide-measure', 'umwelt', 12), ('measure-lifecycle', 'evaluate-measure', 'wfm', 9),
                ('knowledge-building', 'define-knowledge-goals', 'wfm', 4), ('knowledge-building', 'collect-knowledge', 'wfm', 10),
                ('knowledge-building', 'collect-knowledge', 'planung', 13), ('knowledge-building', 'collect-knowledge', 'umwelt', 11),
                ('status-quo-survey', 'prepare-survey', 'umwelt', 5), ('status-quo-survey', 'answer-survey', 'immobilien', 15),
                ('status-quo-survey', 'answer-survey', 'awm', 12), ('status-quo-survey', 'answer-survey', 'umwelt', 14),
                ('workshops', 'prepare-workshop', 'wfm', 8), ('workshops', 'agree-agenda', 'difu', 5),
                ('workshops', 'invite-participants', 'wfm', 1), ('workshops', 'write-minutes', 'wfm', 7),
                ('workshops', 'write-minutes', 'umwelt', 6)),
            numbered as (select row_number() over (order by process, task, department) - 1 as place, step.* from step)
            insert into monitored_task (task_id, municipality_id, process_key, task_key, department, held, opened_at,
                                        first_taken_at, due, ended_at, ended_how)
            select 'past-' || i, :municipality, process, task, department, true, opened,
                   case when i % 9 > 0 then opened + took * 0.35 end, (opened + (days + 3) * interval '1 day')::date,
                   opened + took, 'COMPLETED'
            from (select i, n.*, now() - interval '350 days' + i * interval '576 minutes' as opened,
                         n.days * (0.1 + (i * 7919 % 97) / 97.0 * 1.8) * interval '1 day' as took
                  from generate_series(1, :tasks) i join numbered n on n.place = i % 17) made
            """;

    /** Measures have been in every phase before the one they are in now, for twenty days and more. */
    private static final String LEFT = """
            insert into measure_state_change (id, municipality_id, measure_id, to_state, changed_by, created_at)
            select gen_random_uuid(), :municipality, s.measure_id, (:phases)[k], 'admin',
                   s.created_at - (s.reached - k) * (20 + s.number % 30 + (s.reached - k) * (s.number % 7)) * interval '1 day'
            from (select c.measure_id, c.created_at, array_position(:phases, c.to_state) as reached,
                         cast(substring(m.number from '[0-9]+') as integer) as number
                  from measure_state_change c join measure m on m.id = c.measure_id
                  where c.municipality_id = :municipality) s, generate_series(1, s.reached - 1) k
            order by s.measure_id, k
            """;

    /** What is written down later stands behind what was there before. */
    private static final String IN_ORDER = """
            update measure_state_change set position = default
            where municipality_id = :municipality and id in (
                select distinct on (measure_id) id from measure_state_change
                where municipality_id = :municipality order by measure_id, created_at desc)
            """;

    private static final String PROPOSED = """
            update measure m set created_at = c.first from (
                select measure_id, min(created_at) as first from measure_state_change
                where municipality_id = :municipality group by measure_id) c
            where c.measure_id = m.id and m.municipality_id = :municipality
            """;

    private static final String DECIDED = """
            insert into measure_decision (id, municipality_id, measure_id, position, body, decided_on, result, phases, recorded_by)
            select gen_random_uuid(), :municipality, measure_id, 1, 'Rat der Stadt Münster', created_at::date, 'APPROVE',
                   array ['KNOWLEDGE', 'STATUS_QUO', 'WORKSHOPS', 'STARTER_PROJECTS', 'IMPLEMENTATION'], 'admin'
            from measure_state_change where municipality_id = :municipality and to_state = 'KNOWLEDGE'
            """;

    private static final String HELD = """
            insert into workshop (id, municipality_id, measure_id, number, state, title, kind, aim, questions, workshop_date,
                                  begins_at, ends_at, place, accessibility, moderation, min_participants, target_participants,
                                  max_participants, registration_until, privacy_notice)
            select gen_random_uuid(), :municipality, measure_id, 7, 'EVALUATED', 'Auftakt mit Betrieben', 'MIXED', 'Ideen sammeln',
                   'Was fällt an?', created_at::date + 12, '09:00', '13:00', 'Stadthaus 3', 'Stufenlos', 'Difu', 24, 30, 36,
                   created_at::date + 2, 'Angaben nur für diesen Workshop'
            from measure_state_change c where municipality_id = :municipality and to_state = 'WORKSHOPS' and exists (
                select 1 from measure_state_change later
                where later.measure_id = c.measure_id and later.to_state = 'STARTER_PROJECTS')
            """;

    private static final String MILESTONES = """
            with project as (
                insert into implementation_project (id, municipality_id, measure_id, kind, title, department, status)
                select gen_random_uuid(), municipality_id, id, 'MEASURE', 'Umsetzung', lead, 'RUNNING' from measure
                where municipality_id = :municipality and state = 'IMPLEMENTATION'
                returning *)
            insert into work_package (id, municipality_id, measure_id, project_id, position, code, title, department, begins_on,
                                      ends_on, milestone, status, planned_by)
            select gen_random_uuid(), municipality_id, measure_id, id, 99, 'M1', 'Probebetrieb', department, current_date - 20,
                   current_date + 40, 'Probebetrieb läuft', 'RUNNING', 'admin'
            from project
            """;

    /** Open tasks have waited between two weeks and three months, in the engine as in what is made of it. */
    private static final List<String> WAITING = List.of("""
            update monitored_task t
            set opened_at = t.opened_at - (14 + cast(substring(m.number from '[0-9]+') as integer) * 7 % 70) * interval '1 day'
            from measure m
            where m.id = t.measure_id and t.ended_at is null and t.municipality_id = :municipality
            """, """
            update camunda.act_ru_task r set create_time_ = t.opened_at at time zone 'UTC'
            from monitored_task t
            where t.task_id = r.id_ and t.municipality_id = :municipality and r.tenant_id_ = :municipality
            """);

    private final Accounts accounts;
    private final JdbcClient jdbc;

    PastYear(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Comes after the measures, once. */
    public void goesBy() {
        LARGE.forEach(this::grows);
        write(DONE);
        write(LEFT);
        write(IN_ORDER);
        write(PROPOSED);
        write(DECIDED);
        write(HELD);
        write(MILESTONES);
        WAITING.forEach(this::write);
    }

    private void grows(String department) {
        IntStream.rangeClosed(1, 5)
                .forEach(number -> accounts.ensurePerson(
                        Office.MUNICIPALITY,
                        department + "-fachkraft-" + number,
                        "Fachkraft " + number + " " + department,
                        List.of(Office.MUNICIPALITY + "-staff", Office.MUNICIPALITY + "-" + department),
                        null));
    }

    private void write(String sql) {
        jdbc.sql(sql)
                .param("municipality", Office.MUNICIPALITY)
                .param("tasks", TASKS)
                .param("phases", PHASES.toArray(String[]::new))
                .update();
    }
}
