package de.kreislaufstadt.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** What a request says of what it has already and of what it can read. */
final class Conditions {

    private static final String WEAK = "W/";

    private Conditions() {}

    /**
     * @param tag with its quotation marks, weak or not
     * @return whether whoever asks has exactly this already
     */
    static boolean has(HttpServletRequest request, String tag) {
        return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || bare(known).equals(bare(tag)));
    }

    /** @return whether whoever asks can unpack gzip; {@code q=0} says no */
    static boolean readsGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = coding.split(";");
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static String bare(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
