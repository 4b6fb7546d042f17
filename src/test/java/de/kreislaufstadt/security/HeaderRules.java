package de.kreislaufstadt.security;

import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Http.Answer;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What every answer has to say to the browser, and what none may tell. */
final class HeaderRules {

    private static final Map<String, Pattern> REQUIRED = Map.of(
            "X-Content-Type-Options", Pattern.compile("nosniff"),
            "X-Frame-Options", Pattern.compile("DENY|SAMEORIGIN"),
            "Referrer-Policy", Pattern.compile("no-referrer|same-origin"),
            "Content-Security-Policy", Pattern.compile(".*(frame-ancestors 'none'|sandbox).*"),
            "Permissions-Policy", Pattern.compile(".*camera=\\(\\).*geolocation=\\(\\).*microphone=\\(\\).*"),
            "Cross-Origin-Opener-Policy", Pattern.compile("same-origin"),
            "X-Permitted-Cross-Domain-Policies", Pattern.compile("none"));

    /** What scripts of other sites may read, too. */
    private static final Pattern OPEN_DATA =
            Pattern.compile("/(api|opendata)(/.*)?|/[a-z][a-z0-9]*/(daten/.+|massnahmen/[^/]+/rohdaten\\..+)");

    private static final List<String> TELL_TALES = List.of("Server", "X-Powered-By", "X-AspNet-Version");

    /** Scripts without a nonce run only where a policy says so; ours never do. */
    private static final Pattern UNSAFE = Pattern.compile("script-src (?!\\$?'nonce-).*'unsafe-inline'");

    private HeaderRules() {}

    /** @return what is missing or wrong, one line each */
    static List<String> faults(Answer answer, Endpoint endpoint, String path) {
        String where = answer.status() + " " + (endpoint == null ? path : endpoint.toString()) + ": ";
        return faults(
                where,
                answer.response().headers(),
                OPEN_DATA.matcher(path).matches() ? "same-origin|cross-origin" : "same-origin");
    }

    static List<String> faults(String where, HttpHeaders headers) {
        return faults(where, headers, "same-origin");
    }

    private static List<String> faults(String where, HttpHeaders headers, String readFrom) {
        List<String> faults = new ArrayList<>();
        Map<String, Pattern> required = new LinkedHashMap<>(REQUIRED);
        required.put("Cross-Origin-Resource-Policy", Pattern.compile(readFrom));
        required.forEach((name, pattern) -> {
            List<String> values = headers.allValues(name);
            if (values.size() != 1 || !pattern.matcher(values.get(0)).matches()) {
                faults.add(where + name + " " + values);
            }
        });
        TELL_TALES.stream()
                .filter(name -> headers.firstValue(name).isPresent())
                .forEach(name -> faults.add(where + name));
        String disposition = headers.firstValue("Content-Disposition").orElse("");
        if (disposition.contains("f.txt")) {
            faults.add(where + disposition);
        }
        if (UNSAFE.matcher(headers.firstValue("Content-Security-Policy").orElse(""))
                .find()) {
            faults.add(where + "unsafe scripts");
        }
        return faults;
    }
}
