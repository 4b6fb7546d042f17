package de.kreislaufstadt.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, in milliseconds, by name. */
final class Figures {

    private final Map<String, List<Double>> samples = new LinkedHashMap<>();

    /**
     * Runs something and keeps how long it took.
     *
     * @return milliseconds
     */
    double time(String name, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        add(name, milliseconds);
        return milliseconds;
    }

    void add(String name, double milliseconds) {
        samples.computeIfAbsent(name, none -> new ArrayList<>()).add(milliseconds);
    }

    /** @return how many samples there are so far */
    int count(String name) {
        return samples.getOrDefault(name, List.of()).size();
    }

    double sum(String name) {
        return samples.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    double median(String name) {
        return quantile(name, 0.5);
    }

    double least(String name) {
        return quantile(name, 0.0001);
    }

    double quantile(String name, double share) {
        List<Double> sorted = new ArrayList<>(samples.get(name));
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }

    /** @return one line per name: samples, min, median, 95 %, 99 %, max */
    String table() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-72s %5s %10s %10s %10s %10s %10s%n",
                "milliseconds",
                "n",
                "min",
                "median",
                "p95",
                "p99",
                "max"));
        samples.forEach((name, values) -> text.append(String.format(
                Locale.ROOT,
                "%-72s %5d %10.2f %10.2f %10.2f %10.2f %10.2f%n",
                name,
                values.size(),
                quantile(name, 0.0001),
                median(name),
                quantile(name, 0.95),
                quantile(name, 0.99),
                quantile(name, 1))));
        return text.toString();
    }

    /** @return by name, the same as in the table */
    Map<String, Map<String, Double>> summary() {
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        samples.forEach((name, values) -> {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("n", (double) values.size());
            figures.put("min", quantile(name, 0.0001));
            figures.put("median", median(name));
            figures.put("p95", quantile(name, 0.95));
            figures.put("p99", quantile(name, 0.99));
            figures.put("max", quantile(name, 1));
            all.put(name, figures);
        });
        return all;
    }

    Map<String, List<Double>> samples() {
        return samples;
    }
}
