package de.kreislaufstadt.process.engine.jobs;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the thread that looks for jobs has died, which nothing but a new start mends. It is the only part that liveness asks
 * about, and it never asks the database: a thread that waits for it lives.
 */
@Component("jobThreadHealthIndicator")
class JobThreadHealth implements HealthIndicator {

    private final ObjectProvider<WatchedJobExecutor> executor;

    JobThreadHealth(ObjectProvider<WatchedJobExecutor> executor) {
        this.executor = executor;
    }

    @Override
    public Health health() {
        boolean dead = Optional.ofNullable(executor.getIfAvailable())
                .filter(WatchedJobExecutor::isDead)
                .isPresent();
        return dead ? Health.down().build() : Health.up().build();
    }
}
