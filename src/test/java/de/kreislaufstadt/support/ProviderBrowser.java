package de.kreislaufstadt.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen that walks from the application to a provider's page and back, keeping both sites' cookies. */
public final class ProviderBrowser {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final int MOST_STEPS = 12;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private final String application;

    public ProviderBrowser(String application) {
        this.application = application;
    }

    /** @return where the provider's page sends its form */
    public String providersForm(String provider, String goal) {
        HttpResponse<String> page = walk(HttpRequest.newBuilder(URI.create(application + "/anmelden/bei/" + provider
                + "?ziel=" + URLEncoder.encode(goal, StandardCharsets.UTF_8))));
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        return form.group(1).replace("&amp;", "&");
    }

    /** Signs in with a provider; @return the last page, which is ours */
    public HttpResponse<String> signIn(KeycloakRealm realm, String user) {
        String form = providersForm(realm.name(), "/camunda/app/tasklist/default/");
        return walk(HttpRequest.newBuilder(URI.create(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + realm.password())));
    }

    public HttpResponse<String> get(String path) {
        return step(HttpRequest.newBuilder(URI.create(application + path)));
    }

    /** Posts as the web applications do, with their token. */
    public HttpResponse<String> post(String path) {
        return step(HttpRequest.newBuilder(URI.create(application + path))
                .header("Content-Type", "application/json")
                .header(
                        "X-XSRF-TOKEN",
                        cookies.get(site(URI.create(application))).getOrDefault("XSRF-TOKEN", ""))
                .POST(BodyPublishers.ofString("{}")));
    }

    /** Goes where it is sent to until a page is there. */
    public HttpResponse<String> walk(HttpRequest.Builder request) {
        HttpResponse<String> answer = step(request);
        for (int steps = 0; steps < MOST_STEPS && answer.statusCode() / 100 == 3; steps++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = step(HttpRequest.newBuilder(next));
        }
        return answer;
    }

    private HttpResponse<String> step(HttpRequest.Builder request) {
        URI address = request.build().uri();
        Map<String, String> own = cookies.computeIfAbsent(site(address), key -> new LinkedHashMap<>());
        if (!own.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    own.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(own, cookie));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Like a browser it takes this machine for safe, so that cookies for https only are kept as well. */
    private static void keep(Map<String, String> own, String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || cookie.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            own.remove(name);
        } else {
            own.put(name, value);
        }
    }

    private static String site(URI address) {
        return address.getHost() + ":" + address.getPort();
    }
}
