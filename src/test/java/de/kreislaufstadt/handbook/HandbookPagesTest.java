package de.kreislaufstadt.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The handbook as a browser asks for it. */
@ApplicationTest
class HandbookPagesTest {

    private static final String ROOT = "/camunda/api/kreislaufstadt/handbuch";

    @LocalServerPort
    int port;

    @Test
    void aClerkReadsThePageOfATask() {
        Answer page = clerk().get(ROOT + "/aufgaben/review-proposal");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("script");
        assertThat(page.body()).contains("<h1 id=\"vorschlag-prüfen\">Vorschlag prüfen</h1>", "aria-current=\"page\"");
    }

    @Test
    void theAddressOfTheHandbookLeadsToItsTableOfContents() {
        Answer start = clerk().get(ROOT);

        assertThat(start.status()).isEqualTo(302);
        assertThat(start.header("Location")).endsWith(ROOT + "/");
        assertThat(clerk().get(ROOT + "/").body()).contains("Inhaltsverzeichnis", "aufgaben/review-proposal");
    }

    @Test
    void whoIsNotSignedInReadsNothing() {
        for (String path : new String[] {"", "/", "/aufgaben/review-proposal", "/bilder/review-proposal.jpg", "/x/y"}) {
            Answer answer = new Http(port).get(ROOT + path);

            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.body()).contains("Bitte melden Sie sich an").doesNotContain("Vorschlag prüfen");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/gibt-es-nicht", "/aufgaben/gibt-es-nicht", "/aufgaben/", "/bilder/x.png", "/a/b/c", "/README"})
    void anUnknownPageIsSaidToBeUnknown(String path) {
        Answer answer = clerk().get(ROOT + path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Diese Seite gibt es nicht", "lang=\"de\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../application.yaml",
                "/%2e%2e/application.yaml",
                "/aufgaben/..%2f..%2fapplication.yaml",
                "/aufgaben/%252e%252e%252fREADME",
                "/bilder/..%5c..%5capplication.yaml",
                "/bilder/../../application.yaml",
                "/bilder/%252e%252e%252fREADME.md",
                "/aufgaben/review-proposal.md",
                "/bilder/application.yaml"
            })
    void noAddressLeadsOutOfTheHandbook(String path) {
        Answer answer = clerk().get(ROOT + path);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("datasource", "kreislaufstadt:");
    }

    @Test
    void picturesArePictures() throws IOException {
        try (Stream<Path> pictures = Files.list(BookPage.FOLDER.resolve("bilder"))) {
            Path picture = pictures.findFirst().orElseThrow();
            HttpResponse<byte[]> answer = clerk().download(ROOT + "/bilder/" + picture.getFileName());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("image/");
            assertThat(answer.body()).isEqualTo(Files.readAllBytes(picture));
        }
    }

    private Http clerk() {
        Http browser = new Http(port);
        assertThat(browser.signIn("wfm-sachbearbeitung", "tasklist").status()).isEqualTo(200);
        return browser;
    }
}
