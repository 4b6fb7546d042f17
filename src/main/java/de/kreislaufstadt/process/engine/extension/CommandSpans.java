package de.kreislaufstadt.process.engine.extension;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Shows in a trace which of the engine's commands a request or a job consists of. What nobody asked for is not traced. */
public final class CommandSpans extends CommandInterceptor {

    private final Tracer tracer;

    public CommandSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (tracer.currentSpan() == null) {
            return next.execute(command);
        }
        Span span = tracer.nextSpan().name(name(command)).start();
        Tracer.SpanInScope scope = tracer.withSpan(span);
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            // Not its message, which may say what somebody has entered.
            span.tag("error", e.getClass().getSimpleName());
            throw e;
        } finally {
            scope.close();
            span.end();
        }
    }

    private static String name(Command<?> command) {
        String name = command.getClass().getSimpleName();
        int lambda = name.indexOf("$$");
        return lambda < 0 ? name : name.substring(0, lambda);
    }
}
