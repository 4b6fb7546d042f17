package de.kreislaufstadt.process.engine.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What this node has done with jobs since it was started. */
@Component
class JobCounts {

    final Counter acquired;
    final Counter lost;
    final Counter rejected;
    final Counter done;
    final Counter failed;
    final AtomicInteger executing = new AtomicInteger();

    JobCounts(MeterRegistry registry) {
        acquired = counter(registry, "kreislaufstadt.jobs.acquired", "Jobs that this node has taken");
        lost = counter(
                registry, "kreislaufstadt.jobs.acquisition.lost", "Jobs that another node took at the same moment");
        rejected = counter(
                registry, "kreislaufstadt.jobs.rejected", "Jobs taken while all threads were busy and the queue full");
        done = counter(registry, "kreislaufstadt.jobs.done", "Jobs that this node has finished");
        failed = counter(registry, "kreislaufstadt.jobs.failed", "Attempts at jobs that failed on this node");
        Gauge.builder("kreislaufstadt.jobs.executing", executing, AtomicInteger::get)
                .description("Jobs that this node is executing now")
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
