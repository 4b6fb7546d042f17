package de.kreislaufstadt.process.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.observation.LogFields;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Every attempt at a job is a trace, and the number of its measure joins it with all others. */
class JobSpansTest {

    private final List<SpanData> received = new ArrayList<>();

    @AfterEach
    void nothingIsSaidAnyMore() {
        LogFields.clear();
        LogFields.endTrace();
    }

    @Test
    void aJobIsATraceOfItsOwnThatNamesItsMeasure() {
        Tracer tracer = tracer();
        io.micrometer.tracing.Span request = tracer.nextSpan().name("request").start();
        Tracer.SpanInScope scope = tracer.withSpan(request);
        spans(tracer).within("job-1", () -> {
            LogFields.put(LogFields.MEASURE, "WW-09");
            tracer.nextSpan().name("inside").start().end();
        });
        scope.close();

        SpanData inside = received.get(0);
        SpanData job = received.get(1);
        assertThat(job.getName()).isEqualTo("job");
        assertThat(job.getAttributes().get(AttributeKey.stringKey("measure"))).isEqualTo("WW-09");
        assertThat(job.getAttributes().get(AttributeKey.stringKey("job.id"))).isEqualTo("job-1");
        assertThat(job.getTraceId()).isNotEqualTo(request.context().traceId());
        assertThat(inside.getParentSpanId()).isEqualTo(job.getSpanId());
        assertThat(MDC.get(LogFields.TRACE_ID)).as("for the line of a failure").isEqualTo(job.getTraceId());
    }

    @Test
    void whereNobodyReceivesTracesTheLogHasAnIdAllTheSame() {
        spans(null)
                .within("job-1", () -> assertThat(MDC.get(LogFields.TRACE_ID)).matches("[0-9a-f]{32}"));
    }

    private static JobSpans spans(Tracer tracer) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (tracer != null) {
            beans.addBean("tracer", tracer);
        }
        return new JobSpans(beans.getBeanProvider(Tracer.class));
    }

    private Tracer tracer() {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new Received()))
                .build();
        return new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), event -> {});
    }

    private final class Received implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            received.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
