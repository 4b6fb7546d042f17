package de.kreislaufstadt.department;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks what a municipality's file says about the weights of the score, about retention, recurrence and visibility. */
final class ExtraSettings {

    /** Criteria of the decision table {@code score-weights}, in its order. */
    static final List<String> CRITERIA = List.of(
            "CIRCULARITY", "CLIMATE_OR_SOCIETY", "FEASIBILITY", "REGIONAL_VALUE", "VISIBILITY", "COST", "READINESS");

    /** Who may read a field of a measure, from the most to the fewest; a municipality can only narrow. */
    static final List<String> LEVELS = List.of("PUBLIC", "CITY_GROUP", "DEPARTMENT", "INTERNAL");

    private static final int ALL = 100;

    private ExtraSettings() {}

    /** @throws RuntimeException made by the refusal unless there is a weight for each criterion and all make 100 */
    static Map<String, Integer> weights(Map<String, Integer> file, ReminderSettings.Refusal refusal) {
        if (file.isEmpty()) {
            return file;
        }
        file.forEach((criterion, weight) -> {
            String place = "scoreWeights." + criterion;
            if (!CRITERIA.contains(criterion)) {
                throw refusal.of(
                        place, "dieses Kriterium gibt es nicht (erlaubt: " + String.join(", ", CRITERIA) + ")");
            }
            if (weight == null || weight < 0 || weight > ALL) {
                throw refusal.of(place, "erlaubt sind 0 bis 100");
            }
        });
        for (String criterion : CRITERIA) {
            if (!file.containsKey(criterion)) {
                throw refusal.of("scoreWeights." + criterion, "fehlt: Wer Gewichte setzt, setzt alle sieben");
            }
        }
        int sum = file.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != ALL) {
            throw refusal.of("scoreWeights", "die Gewichte ergeben zusammen " + sum + ", nötig sind 100");
        }
        return file;
    }

    /** @throws RuntimeException made by the refusal if a kind is unknown or a period is none */
    static Map<String, String> retention(Map<String, String> file, Steps steps, ReminderSettings.Refusal refusal) {
        file.forEach((kind, text) -> {
            String place = "retention." + kind;
            if (!steps.isRetained(kind)) {
                throw refusal.of(place, "diese Art von Daten gibt es nicht");
            }
            if (!isPeriod(text)) {
                throw refusal.of(place, "„" + text + "“ ist kein Zeitraum, z. B. P30D, P12M oder P2Y");
            }
        });
        return file;
    }

    /**
     * A task that comes back more often than daily would flood its department; seconds are a slip of the keyboard.
     *
     * @throws RuntimeException made by the refusal if the cycle is none or shorter than a day
     */
    static void recurrence(String cycle, String place, ReminderSettings.Refusal refusal) {
        if (cycle == null || !cycle.matches("R[0-9]*/P.+")) {
            throw refusal.of(place, "keine Wiederholung nach ISO 8601, z. B. R/P3M");
        }
        String interval = cycle.substring(cycle.indexOf('/') + 1);
        boolean atLeastADay;
        try {
            atLeastADay = interval.contains("T")
                    ? Duration.parse(interval).compareTo(Duration.ofDays(1)) >= 0
                    : isPositive(Period.parse(interval));
        } catch (DateTimeException e) {
            throw refusal.of(place, "keine Wiederholung nach ISO 8601, z. B. R/P3M");
        }
        if (!atLeastADay) {
            throw refusal.of(place, "„%s“ wiederholt sich öfter als täglich, erlaubt ist ab R/P1D".formatted(cycle));
        }
    }

    /** @throws RuntimeException made by the refusal if a field is unknown or its level is none */
    static Map<String, String> visibility(
            String municipality, Map<String, String> file, Steps steps, ReminderSettings.Refusal refusal) {
        Set<String> fields = file.isEmpty() ? Set.of() : steps.publishedFields(municipality);
        file.forEach((field, level) -> {
            String place = "visibility." + field;
            if (!fields.contains(field)) {
                throw refusal.of(
                        place,
                        "dieses Feld lässt sich nicht einschränken (erlaubt: " + String.join(", ", fields) + ")");
            }
            if (level == null || !LEVELS.contains(level)) {
                throw refusal.of(
                        place, "„" + level + "“ ist keine Sichtbarkeit (erlaubt: " + String.join(", ", LEVELS) + ")");
            }
        });
        return file;
    }

    static boolean isPeriod(String text) {
        try {
            return text != null && isPositive(Period.parse(text));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPositive(Period period) {
        return !period.isZero()
                && Stream.of(period.getYears(), period.getMonths(), period.getDays())
                        .allMatch(count -> count >= 0);
    }
}
