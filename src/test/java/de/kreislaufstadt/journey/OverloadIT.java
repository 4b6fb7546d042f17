package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More people want something than a node can do at once: some are asked to come again, and nobody is told what is not true. */
class OverloadIT {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final int CLIENTS = 40;
    private static final int EACH = 5;

    @Test
    void whoFindsNoPlaceIsToldSoAndWhatWasAcknowledgedIsThere() {
        String secret = UUID.randomUUID().toString();
        try (CityDatabase database = new CityDatabase()) {
            Map<String, String> environment = ComposeFile.environment(database, secret, City.FILE);
            environment.put("KREISLAUFSTADT_INITIAL_PASSWORD", secret);
            environment.put("KREISLAUFSTADT_LOAD_PLACES", "2");
            environment.put("KREISLAUFSTADT_LOAD_WAIT", "50ms");
            try (ProductionApplication node =
                    ProductionApplication.starting(environment).awaitReady()) {
                List<Answer> answers = flood(node, secret);

                List<Answer> refused = answers.stream()
                        .filter(answer -> answer.status() == 503)
                        .toList();
                assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 503);
                assertThat(refused).isNotEmpty().allSatisfy(answer -> {
                    assertThat(answer.header("Retry-After")).isEqualTo("5");
                    assertThat(answer.json().path("message").asText()).contains("ein paar Sekunden");
                });
                assertThat(database.value("select count(*) from kreislaufstadt.measure"))
                        .as("measures, one for each answer that said so")
                        .isEqualTo(String.valueOf(answers.size() - refused.size()));
                assertThat(node.http()
                                .as(CLERK, secret)
                                .get("/engine-rest/task/count")
                                .status())
                        .as("afterwards")
                        .isEqualTo(200);
            }
        }
    }

    /** All at once, and while they do somebody else opens the page to sign in. */
    private static List<Answer> flood(ProductionApplication node, String secret) {
        ObjectNode form = Forms.valid("propose-measure");
        CountDownLatch together = new CountDownLatch(CLIENTS);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<CompletableFuture<List<Answer>>> sent = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.supplyAsync(
                            () -> {
                                Http http = node.http().as(CLERK, secret);
                                together.countDown();
                                awaitAll(together);
                                return IntStream.range(0, EACH)
                                        .mapToObj(i -> new Desk(CLERK, http).proposes(form))
                                        .toList();
                            },
                            clients))
                    .toList();
            awaitAll(together);
            assertThat(node.http().get("/anmelden").status()).as("signing in").isEqualTo(200);
            assertThat(node.readiness()).as("busy is not broken").isEqualTo(200);
            return sent.stream().flatMap(answers -> answers.join().stream()).toList();
        } finally {
            clients.shutdown();
        }
    }

    private static void awaitAll(CountDownLatch together) {
        try {
            together.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
