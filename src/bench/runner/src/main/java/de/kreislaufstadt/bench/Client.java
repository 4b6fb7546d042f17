package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Talks to a candidate: over REST with a Basic login, or signed in to Tasklist as a browser is. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIGN_IN = "/anmelden";
    private static final String STOCK_SIGN_IN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new HashMap<>();

    Client(int port) {
        this.base = "http://localhost:" + port;
    }

    Client as(String user, String password) {
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        return this;
    }

    /**
     * Signs in to Tasklist the way a browser does: fetches the token, sends the form, fetches the session's token. Ours has a
     * sign-in page of its own; the stock web application has a form inside its page.
     */
    Client inTasklist(String user, String password) {
        if (answers(SIGN_IN)) {
            String page = send(HttpRequest.newBuilder(uri(SIGN_IN)).GET()).body();
            Matcher token = TOKEN.matcher(page);
            if (!token.find()) {
                throw new IllegalStateException(SIGN_IN + ": no token");
            }
            form(SIGN_IN, "_csrf=" + encoded(token.group(1)) + "&name=" + user + "&passwort=" + encoded(password));
        } else {
            page();
            form(STOCK_SIGN_IN, "username=" + user + "&password=" + encoded(password));
        }
        page();
        return this;
    }

    private void form(String path, String fields) {
        send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void page() {
        send(HttpRequest.newBuilder(uri("/camunda/app/tasklist/default/")).GET());
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> headers.put("X-XSRF-TOKEN", cookie.getValue()));
    }

    JsonNode get(String path) {
        return json(send(HttpRequest.newBuilder(uri(path)).GET()));
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    /** Sends a file as the product's pages do: its bytes are the body, a header names it. */
    JsonNode upload(String path, String name, byte[] content) {
        return json(send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .POST(BodyPublishers.ofByteArray(content))));
    }

    JsonNode send(String method, String path, Object body) {
        try {
            return json(send(HttpRequest.newBuilder(uri(path))
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Downloads something and gives it to a reader while it comes. */
    void download(String path, Reader reader) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
        headers.forEach(request::setHeader);
        try (InputStream body =
                http.send(request.build(), BodyHandlers.ofInputStream()).body()) {
            reader.read(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    interface Reader {
        void read(InputStream body) throws IOException;
    }

    boolean answers(String path) {
        try {
            return http.send(HttpRequest.newBuilder(uri(path)).GET().build(), BodyHandlers.discarding())
                            .statusCode()
                    < 400;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return where a browser finds this path */
    String address(String path) {
        return base + path;
    }

    private URI uri(String path) {
        return URI.create(base + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.request().method() + " "
                        + answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
