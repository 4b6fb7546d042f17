package de.kreislaufstadt.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** Documents as one person handles them in a browser. */
final class Registry {

    static final String API = "/camunda/api/kreislaufstadt/";

    private final Http browser;

    Registry(int port, String user) {
        browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
    }

    Http browser() {
        return browser;
    }

    Answer attaches(String task, String name, byte[] content) {
        return attaches(task, "OTHER", name, content);
    }

    Answer attaches(String task, String kind, String name, byte[] content) {
        return sends("tasks/" + task + "/documents?kind=" + kind, name, content);
    }

    Answer attachesToMeasure(String number, String name, byte[] content) {
        return sends("measures/" + number + "/documents?kind=EVIDENCE", name, content);
    }

    Answer renews(String document, String name, byte[] content) {
        return sends("documents/" + document + "/versions", name, content);
    }

    private Answer sends(String path, String name, byte[] content) {
        return browser.upload(API + path, disposition(name), BodyPublishers.ofByteArray(content));
    }

    /** The header as our pages write it: everything beyond letters is percent-encoded. */
    static String disposition(String name) {
        return "attachment; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(Character.isLetterOrDigit(b) && b > 0 ? (char) b : "%%%02X".formatted(b));
        }
        return encoded.toString();
    }

    JsonNode ofTask(String task) {
        return page("tasks/" + task + "/documents");
    }

    JsonNode ofMeasure(String number) {
        return page("measures/" + number + "/documents");
    }

    private JsonNode page(String path) {
        Answer answer = browser.get(API + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    HttpResponse<byte[]> downloads(String document, int version) {
        return browser.download(API + "documents/" + document + "/versions/" + version);
    }

    Answer deletes(String document) {
        return browser.send("DELETE", API + "documents/" + document, null);
    }

    Answer restores(String document) {
        return browser.post(API + "documents/" + document + "/restore", "{}");
    }

    static String nameIn(HttpResponse<?> download) {
        String header = download.headers().firstValue("Content-Disposition").orElseThrow();
        return ContentDisposition.parse(header).getFilename();
    }
}
