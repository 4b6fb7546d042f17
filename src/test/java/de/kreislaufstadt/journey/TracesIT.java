package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.journey.TraceReceiver.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever names a receiver of traces sees what a request and a job consist of; nobody else has any. */
class TracesIT {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Test
    void aRequestAndAJobShowTheirCommandsAndNothingOfPeople() throws IOException {
        String secret = UUID.randomUUID().toString();
        try (CityDatabase database = new CityDatabase();
                TraceReceiver receiver = new TraceReceiver()) {
            Map<String, String> environment = ComposeFile.environment(database, secret, City.FILE);
            environment.put("KREISLAUFSTADT_INITIAL_PASSWORD", secret);
            environment.put("MANAGEMENT_OTLP_TRACING_ENDPOINT", receiver.address());
            environment.put("MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "1.0");
            try (ProductionApplication node =
                    ProductionApplication.starting(environment).awaitReady()) {
                Desk clerk = new Desk(CLERK, node.http().as(CLERK, secret));
                assertThat(clerk.proposes(Forms.valid("propose-measure")).status())
                        .isEqualTo(200);
                node.http().get("/einladung/a-secret-of-somebody");
                // The morning of the next look at deadlines has come.
                database.sql("update camunda.act_ru_job set duedate_ = now() - interval '1 minute'"
                                + " where handler_type_ = 'timer-intermediate-transition'")
                        .update();

                await("what was done, and what followed").atMost(LONGEST).untilAsserted(() -> {
                    assertThat(commandsBelow(receiver.spans(), "http post")).isNotEmpty();
                    assertThat(commandsBelow(receiver.spans(), "job")).isNotEmpty();
                });
                assertThat(receiver.spans())
                        .filteredOn(span -> span.name().equals("job"))
                        .allSatisfy(job -> {
                            assertThat(job.parent()).as("a trace of its own").isEmpty();
                            assertThat(job.attributes()).containsKey("job.id");
                        });
                assertThat(receiver.text()).doesNotContain(CLERK, secret, "a-secret-of-somebody");
            }
        }
    }

    private static List<String> commandsBelow(List<Span> spans, String begin) {
        List<Span> first =
                spans.stream().filter(span -> span.name().startsWith(begin)).toList();
        return spans.stream()
                .filter(span -> span.name().endsWith("Cmd"))
                .filter(span -> first.stream().anyMatch(root -> root.trace().equals(span.trace())))
                .map(Span::name)
                .toList();
    }
}
