package de.kreislaufstadt.faults;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was expected of each fault before anybody tried it, and what was found. */
final class Findings {

    private final Map<Fault, String> found = new TreeMap<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private int injected;

    void injected(int faults) {
        injected += faults;
    }

    void found(Fault fault, String what, Object... values) {
        found.put(fault, String.format(Locale.ROOT, what, values));
    }

    void figure(String name, Object value) {
        figures.put(name, value instanceof Duration time ? time.toMillis() + " ms" : value);
    }

    /** Prints the table and writes the same as JSON. */
    void report(Path file) throws IOException {
        figures.put("faults injected", injected);
        StringBuilder text = new StringBuilder(System.lineSeparator());
        for (Fault fault : Fault.values()) {
            text.append(String.format(
                    "(%s) %s%n    noticed:   %s%n    must hold: %s%n    found:     %s%n",
                    fault.letter(),
                    fault.what(),
                    fault.noticed(),
                    fault.holds(),
                    found.getOrDefault(fault, "not tried in this run")));
        }
        figures.forEach((name, value) -> text.append(String.format("%-60s %s%n", name, value)));
        System.out.println(text);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("figures", figures);
        all.put("found", found);
        Files.createDirectories(file.getParent());
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
    }
}
