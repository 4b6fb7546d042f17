package de.kreislaufstadt.department;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a municipality has set about reminders.
 *
 * @param at time of the daily look at all deadlines; null = the product's
 * @param tasks stages by task instead of the decision table's; {@link #DEFAULT} stands for all tasks without a rhythm of
 *     their own; no stages = never reminded
 */
record ReminderSettings(LocalTime at, Map<String, List<ReminderStage>> tasks) {

    static final String DEFAULT = "default";

    private static final String AT = "at";
    private static final String SEPARATOR = ", ";

    static ReminderSettings none() {
        return new ReminderSettings(null, Map.of());
    }

    /** Says what is wrong with a file: place and reason. */
    interface Refusal {
        RuntimeException of(String place, String reason);
    }

    /** @throws RuntimeException made by the refusal if a time, a task or a stage is not understood */
    static ReminderSettings of(MunicipalityFile.Reminders file, Steps steps, Refusal refusal) {
        LocalTime at = null;
        if (file.at() != null) {
            try {
                at = LocalTime.parse(file.at());
            } catch (DateTimeException e) {
                throw refusal.of("reminders.at", "„" + file.at() + "“ ist keine Uhrzeit (HH:MM)");
            }
        }
        Map<String, List<ReminderStage>> tasks = new HashMap<>();
        file.tasks().forEach((task, stages) -> {
            String place = "reminders.tasks." + task;
            if (!DEFAULT.equals(task) && !steps.tasks().contains(task)) {
                throw refusal.of(place, "diese Aufgabe gibt es nicht");
            }
            List<String> texts = stages == null ? List.of() : stages;
            tasks.put(
                    task,
                    texts.stream()
                            .map(text -> ReminderStage.parse(text)
                                    .orElseThrow(() -> refusal.of(
                                            place,
                                            "„%s“ ist keine Stufe, z. B. DUE-3, CREATED+10 oder DUE+5 ESCALATE"
                                                    .formatted(text))))
                            .toList());
        });
        return new ReminderSettings(at, tasks);
    }

    /** @return the settings as the database holds them, by name */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        if (at != null) {
            texts.put(AT, at.toString());
        }
        tasks.forEach((task, stages) ->
                texts.put(task, stages.stream().map(ReminderStage::toString).collect(Collectors.joining(SEPARATOR))));
        return texts;
    }

    static ReminderSettings read(Map<String, String> texts) {
        Map<String, List<ReminderStage>> tasks = new HashMap<>();
        texts.forEach((name, text) -> {
            if (!AT.equals(name)) {
                tasks.put(
                        name,
                        Arrays.stream(text.split(SEPARATOR))
                                .flatMap(stage -> ReminderStage.parse(stage).stream())
                                .toList());
            }
        });
        return new ReminderSettings(texts.containsKey(AT) ? LocalTime.parse(texts.get(AT)) : null, tasks);
    }
}
