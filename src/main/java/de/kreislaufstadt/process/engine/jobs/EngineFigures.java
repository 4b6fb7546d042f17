package de.kreislaufstadt.process.engine.jobs;

import de.kreislaufstadt.observation.Figure;
import de.kreislaufstadt.observation.FigureSource;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tells an operator that processes stand still, and how much there is to do. */
@Component
class EngineFigures implements FigureSource {

    private static final String LATE = " from camunda.act_ru_job"
            + " where retries_ > 0 and suspension_state_ = 1 and duedate_ < cast(:now as timestamp)";

    private final JdbcClient jdbc;
    private final Clock clock;

    EngineFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                figure("jobs.late", null, "Jobs whose time has come and that nobody has done yet", "count(*)" + LATE),
                figure(
                        "jobs.late.oldest",
                        "seconds",
                        "For how long the longest of them has been waiting",
                        "coalesce(extract(epoch from max(cast(:now as timestamp) - duedate_)), 0)" + LATE),
                figure(
                        "jobs.given.up",
                        null,
                        "Jobs that failed too often to be tried again",
                        "count(*) from camunda.act_ru_job where retries_ = 0"),
                figure(
                        "incidents.open",
                        null,
                        "Incidents that nobody has settled yet",
                        "count(*) from camunda.act_ru_incident"),
                figure("tasks.open", null, "Tasks that wait for somebody", "count(*) from camunda.act_ru_task"),
                figure(
                        "tasks.overdue",
                        null,
                        "Tasks whose last day is over",
                        "count(*) from camunda.act_ru_task where due_date_ < cast(:now as timestamp)"),
                figure(
                        "deadlines.late",
                        null,
                        "Daily looks at deadlines that are still to come although their day is over",
                        """
                        count(*) from camunda.act_ru_execution e join camunda.act_re_procdef d on d.id_ = e.proc_def_id_
                        where d.key_ = 'deadline-watch' and e.parent_id_ is null
                          and e.business_key_ < to_char(cast(:now as timestamp), 'YYYY-MM-DD')
                        """));
    }

    private Figure figure(String name, String unit, String description, String what) {
        return new Figure(
                "kreislaufstadt." + name,
                unit,
                description,
                () -> jdbc.sql("select " + what)
                        .paramSource(Map.of("now", Timestamp.from(clock.instant())))
                        .query(Double.class)
                        .single());
    }
}
