package de.kreislaufstadt.isolation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes into the addresses of endpoints, and what is in answers. */
final class Addresses {

    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z-]+)/\\{\\*?([^}]+)}");
    private static final Set<String> ENGINE_NAMES = Set.of("name", "engine", "processEngineName", "engineName");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Addresses() {}

    static Set<String> idsIn(String text) {
        Set<String> ids = new HashSet<>();
        Matcher id = ID.matcher(text);
        while (id.find()) {
            ids.add(id.group());
        }
        return ids;
    }

    static List<String> words(String path) {
        List<String> words = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            if (!ENGINE_NAMES.contains(variable.group(2))) {
                words.add(variable.group(1) + " " + variable.group(2));
            }
        }
        return words;
    }

    /** @return an id of the same shape that nobody has */
    static String alike(String id) {
        if (id.length() > 30 && id.contains(":")) {
            return id.replaceFirst("[0-9a-f-]{30,}$", UUID.randomUUID().toString());
        }
        if (id.length() > 30) {
            return UUID.randomUUID().toString();
        }
        return id.replaceFirst(".$", "") + (id.matches(".*\\d$") ? "987" : "xq");
    }

    static String filled(String path, Map<String, String> choice) {
        Matcher variable = Pattern.compile("\\{\\*?([^}]+)}").matcher(path);
        return variable.replaceAll(found -> ENGINE_NAMES.contains(found.group(1))
                        ? "default"
                        : Matcher.quoteReplacement(choice.getOrDefault(found.group(1), "x")))
                .replace("/**", "/x");
    }
}
