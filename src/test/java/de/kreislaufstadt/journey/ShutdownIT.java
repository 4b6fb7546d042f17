package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An operator, or a container's engine, asks a node to end (SIGTERM) while somebody's request is half sent. */
class ShutdownIT {

    private static final String FORM = "username=nobody&password=nothing";

    @Test
    void itIsNotReadyFirstThenAnswersWhatHasBegunAndEndsWithZero() throws IOException {
        String secret = UUID.randomUUID().toString();
        try (CityDatabase database = new CityDatabase()) {
            Map<String, String> environment = ComposeFile.environment(database, secret, City.FILE);
            environment.put("KREISLAUFSTADT_SHUTDOWN_NOTICE", "3s");
            try (ProductionApplication node =
                    ProductionApplication.starting(environment).awaitReady()) {
                URI address = URI.create(node.address("/anmelden"));
                try (Socket request = new Socket(address.getHost(), address.getPort())) {
                    begin(request, address);

                    node.askToEnd();
                    await("not ready any more").until(() -> node.readiness() == 503);
                    assertThat(node.http().get("/anmelden").status())
                            .as("still served: whoever spreads requests may not have noticed yet")
                            .isEqualTo(200);

                    await("no new requests").until(() -> !isListening(address));
                    end(request);
                    assertThat(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                            .as("answer to the request that had begun")
                            .startsWith("HTTP/1.1 ");
                }
                assertThat(node.exitCode()).isZero();
                assertThat(node.log()).doesNotContain("Exception");
            }
            assertThat(database.value("select count(*) from camunda.act_ru_job where lock_owner_ is not null"))
                    .isEqualTo("0");
        }
    }

    private static void begin(Socket request, URI address) throws IOException {
        OutputStream out = request.getOutputStream();
        out.write(("POST /anmelden HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + FORM.length() + "\r\n\r\n" + FORM.substring(0, 5))
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void end(Socket request) throws IOException {
        OutputStream out = request.getOutputStream();
        out.write(FORM.substring(5).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static boolean isListening(URI address) {
        try (Socket attempt = new Socket(address.getHost(), address.getPort())) {
            return attempt.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
