package de.kreislaufstadt.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person of the demo city in Tasklist: signed in like everybody, with the same rights and the same checks. */
final class DemoBrowser {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String SIGN_IN = "/anmelden";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ObjectMapper json = new ObjectMapper();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    DemoBrowser(String base, String user, String password) {
        this.base = base;
        Matcher token = TOKEN.matcher(text(SIGN_IN));
        if (!token.find()) {
            throw new IllegalStateException(SIGN_IN + ": no token");
        }
        send(
                "POST",
                SIGN_IN,
                "application/x-www-form-urlencoded",
                "_csrf=" + encoded(token.group(1)) + "&name=" + encoded(user) + "&passwort=" + encoded(password));
        get(TASKLIST);
    }

    JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, "application/json", json.valueToTree(body).toString());
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send("PUT", path, "application/json", json.valueToTree(body).toString());
    }

    private JsonNode send(String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.setHeader("X-XSRF-TOKEN", token));
        return answer(request);
    }

    private String text(String path) {
        return response(HttpRequest.newBuilder(URI.create(base + path)).GET()).body();
    }

    private JsonNode answer(HttpRequest.Builder request) {
        HttpResponse<String> response = response(request);
        String type = response.headers().firstValue("Content-Type").orElse("");
        try {
            return type.contains("json") ? json.readTree(response.body()) : json.nullNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> response(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(
                        response.uri().getPath() + ": " + response.statusCode() + " " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
