package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.process.BusinessAction;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how long open tasks have rested with their measure: that time is nobody's working or waiting time. */
@Component
class RestingTasks {

    private static final String BEGIN = "paused_since = :at";

    private static final String END = "paused_seconds = paused_seconds"
            + " + greatest(extract(epoch from cast(:at as timestamptz) - paused_since), 0)::bigint, paused_since = null";

    private static final Map<BusinessAction.Kind, String> CHANGES = Map.of(
            BusinessAction.Kind.MEASURE_PAUSED, "set " + BEGIN + " where paused_since is null",
            BusinessAction.Kind.MEASURE_RESUMED, "set " + END + " where paused_since is not null");

    private final JdbcClient jdbc;
    private final Clock clock;

    RestingTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the transaction in which the measure is paused or goes on. */
    @EventListener
    void on(BusinessAction action) {
        String change = CHANGES.get(action.kind());
        if (change != null) {
            jdbc.sql("update monitored_task " + change
                            + " and municipality_id = :municipality and measure_id = :measure and ended_at is null")
                    .param("at", Timestamp.from(clock.instant()))
                    .param("municipality", action.municipality())
                    .param("measure", action.measureId())
                    .update();
        }
    }
}
