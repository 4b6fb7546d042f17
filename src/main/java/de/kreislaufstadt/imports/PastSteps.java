package de.kreislaufstadt.imports;

import de.kreislaufstadt.process.Lifecycles.PastStep;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Steps that were done before a measure came into this system: what a row lists becomes its history and no open task. The steps
 * are the user tasks of the models, by their ids and names.
 */
final class PastSteps {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** A day and what was done on it, in either order of the day's parts that files know. */
    private static final Pattern STEP =
            Pattern.compile("(\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{4}-\\d{2}-\\d{2})\\s*:?\\s+(\\S.*)", Pattern.DOTALL);

    private static final Map<String, List<String>> BY_PROCESS = Map.of(
            "measure-lifecycle", List.of("review-proposal", "decide-measure", "document-exchange"),
            "knowledge-building", List.of("define-knowledge-goals", "collect-knowledge", "review-knowledge"),
            "status-quo-survey",
                    List.of(
                            "prepare-survey",
                            "answer-survey",
                            "analyse-stakeholders",
                            "review-stakeholders",
                            "summarise-status-quo",
                            "release-status-quo"),
            "workshops",
                    List.of(
                            "prepare-workshop",
                            "agree-agenda",
                            "invite-participants",
                            "confirm-workshop",
                            "write-minutes",
                            "release-minutes",
                            "evaluate-workshop"),
            "starter-project-selection",
                    List.of(
                            "bundle-ideas",
                            "sketch-project",
                            "rate-project",
                            "propose-selection",
                            "decide-starter-projects"),
            "starter-project-implementation",
                    List.of(
                            "plan-work-packages",
                            "work-on-package",
                            "log-networking",
                            "report-status",
                            "close-project",
                            "confirm-closure"));

    private static final Map<String, String> PROCESSES = processes();

    private PastSteps() {}

    /**
     * A step and its day.
     *
     * @param task id of the user task
     */
    record Step(String task, LocalDate day) {

        /** @param source document that says so */
        PastStep past(String department, String source) {
            return new PastStep(
                    PROCESSES.get(task),
                    task,
                    department,
                    day.atTime(LocalTime.NOON).atZone(ZONE).toInstant(),
                    ImportTexts.get("imports.step.note", source));
        }
    }

    /** @return ids of the steps that a row may list */
    static Set<String> tasks() {
        return PROCESSES.keySet();
    }

    /**
     * @param words a day and the name or id of a step
     * @param names names of the steps by id
     * @return empty if it is not both
     */
    static Optional<Step> read(String words, Map<String, String> names) {
        Matcher step = STEP.matcher(words.strip());
        if (!step.matches()) {
            return Optional.empty();
        }
        String name = step.group(2).strip().toLowerCase(Locale.GERMAN);
        return Values.day(step.group(1))
                .flatMap(day -> names.entrySet().stream()
                        .filter(known -> known.getKey().equals(name)
                                || known.getValue().toLowerCase(Locale.GERMAN).equals(name))
                        .findFirst()
                        .map(known -> new Step(known.getKey(), day)));
    }

    private static Map<String, String> processes() {
        Map<String, String> processes = new TreeMap<>();
        BY_PROCESS.forEach((process, tasks) -> tasks.forEach(task -> processes.put(task, process)));
        return Map.copyOf(processes);
    }
}
