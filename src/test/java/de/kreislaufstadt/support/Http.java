package de.kreislaufstadt.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program that talks to the running application: with a Basic login, or signed in to a web application as a browser is. */
public final class Http {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SEE_OTHER = 303;
    private static final Pattern SIGN_IN_TOKEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\">");

    private final String base;
    private final CookieManager cookies;
    private final HttpClient client;
    private final Map<String, String> headers = new HashMap<>();

    public Http(int port) {
        this(port, new CookieManager());
    }

    private Http(int port, CookieManager cookies) {
        this.base = "http://localhost:" + port;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** @return the same browser, whom a proxy leads to another node from now on: same address, same cookies */
    public Http at(int other) {
        Http moved = new Http(other, cookies);
        moved.headers.putAll(headers);
        return moved;
    }

    /** @return the same address, asked with a Basic login */
    public Http as(String user) {
        return as(user, TestDatabase.PASSWORD);
    }

    public Http as(String user, String password) {
        headers.put(
                "Authorization",
                "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public Http with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Http without(String header) {
        headers.remove(header);
        return this;
    }

    /** Signs in on the sign-in page and opens a web application. */
    public Answer signIn(String user, String application) {
        return signIn(user, TestDatabase.PASSWORD, application);
    }

    /**
     * Signs in as somebody with a password of their own.
     *
     * @return what the sign-in page answers if it refuses, else the page of the web application
     */
    public Answer signIn(String user, String password, String application) {
        String page = "/camunda/app/" + application + "/default/";
        Answer answer = sendSignIn(user, password, page);
        if (answer.status() != SEE_OTHER) {
            return answer;
        }
        // Signing in changes the session, and the next page brings its token.
        Answer opened = get(answer.header("Location"));
        rememberToken();
        return opened;
    }

    /** Fetches the sign-in page and sends its form; @return what that is answered */
    public Answer sendSignIn(String user, String password, String goal) {
        Answer page = get("/anmelden?ziel=" + encoded(goal));
        Matcher token = SIGN_IN_TOKEN.matcher(page.body());
        String field = token.find() ? encoded(token.group(1)) + "=" + encoded(token.group(2)) + "&" : "";
        return sendForm(
                "/anmelden",
                field + "ziel=" + encoded(goal) + "&name=" + encoded(user) + "&passwort=" + encoded(password));
    }

    /** Sends a form whose fields are already written as a browser writes them. */
    public Answer sendForm(String path, String fields) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    /** @return whether this is a browser signed in to a web application, not a REST client */
    public boolean isSignedIn() {
        return headers.containsKey("X-XSRF-TOKEN");
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer send(String method, String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    /** Sends whatever it is as whatever it is called. */
    public Answer send(String method, String path, String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    /** Sends a file the way our pages do: its bytes are the body, a header names it. */
    public Answer upload(String path, String disposition, BodyPublisher file) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/octet-stream")
                .POST(file);
        if (disposition != null) {
            request.header("Content-Disposition", disposition);
        }
        return send(request);
    }

    /** Fetches what is not text. */
    public HttpResponse<byte[]> download(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), BodyHandlers.ofByteArray());
    }

    /** @return the cookies of this browser as a request carries them */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** @return all that a request of this browser carries, as lines of a request's head */
    public String head() {
        StringBuilder head = new StringBuilder("Cookie: ").append(cookies());
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        return head.append("\r\n").toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void rememberToken() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> headers.put("X-XSRF-TOKEN", cookie.getValue()));
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        headers.forEach(request::setHeader);
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Status, body and headers of an answer. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Not JSON: " + body, e);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
