package de.kreislaufstadt.process.engine.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What tells an operator that processes stand still: jobs that are late, and jobs nobody will try again. Counted over the
 * whole installation, when somebody collects the figures.
 */
@Component
class JobGauges implements MeterBinder {

    private static final String LATE = """
            select count(*) from camunda.act_ru_job
            where retries_ > 0 and suspension_state_ = 1 and duedate_ < :now
            """;
    private static final String GIVEN_UP = "select count(*) from camunda.act_ru_job where retries_ = 0";

    private final JdbcClient jdbc;
    private final Clock clock;

    JobGauges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("kreislaufstadt.jobs.late", this, JobGauges::late)
                .description("Jobs of the engine whose time has come and that nobody has done yet")
                .register(registry);
        Gauge.builder("kreislaufstadt.jobs.given.up", this, JobGauges::givenUp)
                .description("Jobs of the engine that failed too often to be tried again")
                .register(registry);
    }

    private double late() {
        return jdbc.sql(LATE)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    private double givenUp() {
        return jdbc.sql(GIVEN_UP).query(Long.class).single();
    }
}
