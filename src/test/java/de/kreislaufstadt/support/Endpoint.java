package de.kreislaufstadt.support;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One operation that the running application offers.
 *
 * @param method HTTP method; {@code *} where every one is answered
 * @param path template as from the root of the server: {@code {id}} stands for one part, {@code **} for any rest
 * @param source where it was found, e.g. {@code mvc InboxController}
 */
public record Endpoint(String method, String path, String source) implements Comparable<Endpoint> {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}]+)}");

    private static final Comparator<Endpoint> BY_PATH =
            Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method).thenComparing(Endpoint::source);

    /**
     * @param values by name of the variable
     * @param other stands for variables without a value
     * @return a path that can be asked
     */
    public String filled(Map<String, String> values, String other) {
        return VARIABLE.matcher(path)
                .replaceAll(variable -> values.getOrDefault(variable.group(1), other))
                .replace("/**", "/" + other);
    }

    /** @return whether asking changes nothing by the rules of HTTP */
    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    @Override
    public int compareTo(Endpoint other) {
        return BY_PATH.compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + source + ")";
    }
}
