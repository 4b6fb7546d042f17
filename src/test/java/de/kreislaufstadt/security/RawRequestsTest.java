package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no client of a library would send: unknown methods, broken lines, heads without end, other protocols. */
@ApplicationTest
class RawRequestsTest {

    private static final int SOON = 5000;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1",
                "TRACK / HTTP/1.1",
                "DEBUG /anmelden HTTP/1.1",
                "CONNECT /engine-rest/task HTTP/1.1",
                "PROPFIND /start/ HTTP/1.1",
                "get /engine-rest/task HTTP/1.1",
                "GET /engine-rest/task HTTP/9.9",
                "GET /a|b HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET //engine-rest/task HTTP/1.1",
                "GET http://elsewhere.example/engine-rest/task HTTP/1.1",
                "GET /engine-rest/task?x=\u0001 HTTP/1.1",
                "NONSENSE"
            })
    void whatIsNoRequestIsRefusedWithoutASayOfTheInside(String line) throws IOException {
        Raw answer = sent(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).as(line).isBetween(400, 505);
        assertThat(answer.status()).as(line).isNotEqualTo(500);
        assertQuiet(line, answer);
    }

    @Test
    void aHeadWithoutEndIsRefused() throws IOException {
        for (String header : List.of("X-Long: " + "x".repeat(70_000), "Cookie: a=" + "b".repeat(70_000))) {
            Raw answer =
                    sent("GET /anmelden HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n");
            assertThat(answer.status()).isIn(400, 413, 431);
            assertQuiet("long head", answer);
        }
        Raw many = sent("GET /anmelden HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + "X-A: b\r\n".repeat(2000)
                + "\r\n");
        assertThat(many.status()).isIn(400, 413, 431);
        Raw path = sent("GET /" + "x".repeat(70_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(path.status()).isIn(400, 414);
        assertQuiet("long path", path);
    }

    @Test
    void requestsWithTwoLengthsAreNotGuessedAt() throws IOException {
        for (String lengths : List.of(
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: -1",
                "Content-Length: x",
                "Transfer-Encoding: chunked, identity\r\nContent-Length: 5",
                "Transfer-Encoding: xchunked")) {
            Raw answer = sent("POST /engine-rest/task HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lengths
                    + "\r\n\r\nabcde");
            assertThat(answer.status()).as(lengths).isIn(400, 401, 501);
            assertQuiet(lengths, answer);
        }
    }

    /** Nothing that speaks another protocol gets past the filters, which see HTTP/1.1 only. */
    @Test
    void noOtherProtocolIsSpoken() throws IOException {
        for (String path : List.of("/anmelden", "/engine-rest/task", "/camunda/api/admin/setup/default/user/create")) {
            for (String upgrade : List.of(
                    "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                    "Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Connection: Upgrade, close\r\nUpgrade: TLS/1.0")) {
                Raw answer = sent("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + upgrade + "\r\n\r\n");
                assertThat(answer.status()).as(path + upgrade).isIn(200, 400, 401, 403, 404);
                assertThat(HeaderRules.faults(path + " ", answer.headers())).isEmpty();
            }
        }
        Raw prior = sent("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertThat(prior.status()).isIn(0, 400, 501, 505);
    }

    private static void assertQuiet(String where, Raw answer) {
        assertThat(answer.body()).as(where).doesNotContain("Tomcat", "Apache", "Exception", "java.", "org.", "ENGINE-");
        assertThat(HeaderRules.faults(answer.status() + " " + where + ": ", answer.headers()))
                .isEmpty();
    }

    private Raw sent(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(SOON);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return Raw.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** @param status 0 where the connection was closed without a word */
    private record Raw(int status, HttpHeaders headers, String body) {

        static Raw of(String text) {
            if (!text.startsWith("HTTP/")) {
                return new Raw(0, HttpHeaders.of(Map.of(), (name, value) -> true), text);
            }
            String[] parts = text.split("\r\n\r\n", 2);
            List<String> lines = new ArrayList<>(Arrays.asList(parts[0].split("\r\n")));
            int status = Integer.parseInt(lines.remove(0).split(" ")[1]);
            Map<String, List<String>> headers = lines.stream()
                    .collect(Collectors.groupingBy(
                            line -> line.split(":", 2)[0],
                            Collectors.mapping(line -> line.split(":", 2)[1].strip(), Collectors.toList())));
            return new Raw(status, HttpHeaders.of(headers, (name, value) -> true), parts.length > 1 ? parts[1] : "");
        }
    }
}
