package de.kreislaufstadt.process.engine.jobs;

import de.kreislaufstadt.observation.LogFields;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A trace of its own for every attempt at a job: it may come months after the request that led to it, so that what joins both is
 * the number of the measure.
 */
@Component
class JobSpans {

    private final ObjectProvider<Tracer> tracers;

    JobSpans(ObjectProvider<Tracer> tracers) {
        this.tracers = tracers;
    }

    /** Traces are off unless somebody receives them; then the log has an id to join its lines by all the same. */
    void within(String job, Runnable work) {
        Tracer tracer = tracers.getIfAvailable();
        if (tracer == null) {
            LogFields.beginTrace();
            work.run();
            return;
        }
        Span span = tracer.spanBuilder()
                .setNoParent()
                .name("job")
                .tag("job.id", job)
                .start();
        Tracer.SpanInScope scope = tracer.withSpan(span);
        try {
            work.run();
        } finally {
            Optional.ofNullable(MDC.get(LogFields.MEASURE)).ifPresent(measure -> span.tag("measure", measure));
            scope.close();
            span.end();
            // A failure is logged after this, and belongs to it.
            LogFields.put(LogFields.TRACE_ID, span.context().traceId());
        }
    }
}
