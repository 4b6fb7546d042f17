package de.kreislaufstadt.department;

import java.time.DateTimeException;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks what a municipality's file says about the weights of the score and about retention. */
final class ExtraSettings {

    /** Criteria of the decision table {@code score-weights}, in its order. */
    static final List<String> CRITERIA = List.of(
            "CIRCULARITY", "CLIMATE_OR_SOCIETY", "FEASIBILITY", "REGIONAL_VALUE", "VISIBILITY", "COST", "READINESS");

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

    private static boolean isPeriod(String text) {
        try {
            Period period = text == null ? Period.ZERO : Period.parse(text);
            return !period.isZero()
                    && Stream.of(period.getYears(), period.getMonths(), period.getDays())
                            .allMatch(count -> count >= 0);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
