package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person at work who meets an error reads what to do next, in their language; nobody reads what went wrong inside. */
@ApplicationTest
class ErrorPagesTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET  | /anmelden/bei/niemand | de | 404 | Seite nicht gefunden
                    GET  | /anmelden/bei/niemand | en | 404 | Page not found
                    GET  | /camunda/%2e%2e/x     | de | 400 | Damit können wir nichts anfangen
                    GET  | /camunda/%2e%2e/x     | en | 400 | This cannot be understood
                    POST | /anmelden/code         | de | 403 | Kein Zugriff
                    POST | /anmelden/code         | en | 403 | No access
                    """)
    void aBrowserIsToldInWords(String method, String path, String language, int status, String heading) {
        Answer answer = new Http(port)
                .with("Accept", "text/html")
                .with("Accept-Language", language)
                .send(method, path, null);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body())
                .contains("<html lang=\"" + language + "\"", "<h1>" + heading + "</h1>", "href=\"/arbeiten\"")
                .doesNotContain("??", "Exception");
    }

    @ParameterizedTest
    @CsvSource({"GET, /anmelden/bei/niemand, true", "POST, /anmelden/code, false"})
    void theOtherLanguageIsOfferedWhereAskingAgainChangesNothing(String method, String path, boolean offered) {
        Answer answer = new Http(port).with("Accept", "text/html").send(method, path, null);

        assertThat(answer.body().contains("sprache=en")).isEqualTo(offered);
    }
}
