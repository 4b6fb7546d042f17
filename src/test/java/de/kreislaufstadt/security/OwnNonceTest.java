package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People who open the web applications at the same moment each get a page whose scripts their browser runs. */
@ApplicationTest
class OwnNonceTest {

    private static final int PEOPLE = 60;
    private static final Pattern NAMED = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern SANDBOX = Pattern.compile("sandbox [a-z -]*allow-modals");
    private static final Pattern USED = Pattern.compile("nonce=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Test
    void pagesMayAskBeforeSomethingTypedIsLost() throws Exception {
        HttpResponse<String> page = HttpClient.newHttpClient().send(page(), BodyHandlers.ofString());

        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).containsPattern(SANDBOX).contains("script-src 'nonce-", "frame-ancestors 'none'");
    }

    @Test
    void everyPageCarriesTheNonceOfItsOwnHeader() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest page = page();

        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
                        () -> client.sendAsync(page, BodyHandlers.ofString()))
                .limit(PEOPLE)
                .toList();

        assertThat(answers).map(CompletableFuture::join).allSatisfy(answer -> {
            Matcher named = NAMED.matcher(
                    answer.headers().firstValue("Content-Security-Policy").orElseThrow());
            assertThat(named.find()).isTrue();
            assertThat(USED.matcher(answer.body()).results().map(used -> used.group(1)))
                    .isNotEmpty()
                    .containsOnly(named.group(1));
            assertThat(answer.body()).contains("</html>");
        });
    }

    private HttpRequest page() {
        Http browser = new Http(port);
        assertThat(browser.signIn("wfm-sachbearbeitung", "tasklist").status()).isEqualTo(200);
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/camunda/app/tasklist/default/"))
                .header("Cookie", browser.cookies())
                .build();
    }
}
