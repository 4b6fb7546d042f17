package de.kreislaufstadt.process.engine.jobs;

import de.kreislaufstadt.observation.ReportedHealth;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether this node looks for jobs. One that does not is sent nobody: it would take completed forms whose measures do not go on
 * until another node finds them, or never where it is the only one.
 */
@Component("jobsHealthIndicator")
class JobsHealth extends ReportedHealth {

    /** Six times the longest pause between two looks. */
    static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    private final ObjectProvider<WatchedJobExecutor> executor;

    JobsHealth(ObjectProvider<WatchedJobExecutor> executor) {
        super("jobs", "Jobs der Engine");
        this.executor = executor;
    }

    @Override
    protected Optional<String> trouble() {
        return trouble(executor.getIfAvailable());
    }

    /** @param executor null where this node is to execute no jobs */
    static Optional<String> trouble(WatchedJobExecutor executor) {
        if (executor == null) {
            return Optional.empty();
        }
        if (!executor.isAcquiring()) {
            return Optional.of("sie werden nicht geholt");
        }
        return executor.sinceLastRound().compareTo(LONGEST_ROUND) > 0
                ? Optional.of("seit mehr als %d s nicht nachgesehen".formatted(LONGEST_ROUND.toSeconds()))
                : Optional.empty();
    }
}
