package de.kreislaufstadt.monitoring.timeline;

import de.kreislaufstadt.deadline.StepDays;
import de.kreislaufstadt.deadline.WorkingDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * When the phases of a measure are planned. Days that people have set come first: the record's begin and end, dates of workshops,
 * the plans of work packages. Where nobody has set one, a phase begins when the one before it ends and takes the working days of the
 * steps on its longest way.
 */
@Component
class Plan {

    /** Tasks and periods one after the other on the longest way through a phase, in the order of a measure's life. */
    static final Map<String, List<String>> WAYS = ways();

    private final StepDays days;
    private final WorkingDays calendar;

    Plan(StepDays days, WorkingDays calendar) {
        this.days = days;
        this.calendar = calendar;
    }

    /**
     * A stretch of days, both included.
     *
     * @param until null = open
     */
    record Span(LocalDate from, LocalDate until) {}

    /**
     * What people have set for a measure.
     *
     * @param proposed day it came into the system
     * @param begin of the record; null where it states none
     * @param end of the record, else the day until which it is planned; null if neither is stated
     * @param approved day of the latest approval; null before one
     * @param phases that the approval ordered; empty before one
     * @param workshops first and last day of its workshops; null where none is dated
     * @param packages first and last day of its work packages; null where none is planned
     */
    record Known(
            LocalDate proposed,
            LocalDate begin,
            LocalDate end,
            LocalDate approved,
            List<String> phases,
            Span workshops,
            Span packages) {}

    /** Working days of each phase in a municipality, looked up once for all its measures. */
    Map<String, Integer> lengths(String municipality) {
        Map<String, Integer> lengths = new HashMap<>();
        WAYS.forEach((phase, way) -> lengths.put(
                phase,
                way.stream().mapToInt(step -> days.of(municipality, step)).sum()));
        return lengths;
    }

    /** @return planned time by phase, in the order of a measure's life */
    Map<String, Span> of(String municipality, Known known, Map<String, Integer> lengths) {
        Map<String, Span> plan = new LinkedHashMap<>();
        plan.put("UNDER_REVIEW", following(municipality, known.proposed(), lengths.get("UNDER_REVIEW")));
        if (known.phases().isEmpty()) {
            return plan;
        }
        LocalDate next = later(known.begin(), known.approved());
        for (String phase : WAYS.keySet()) {
            if (known.phases().contains(phase)) {
                Span span = span(municipality, phase, next, known, lengths);
                plan.put(phase, span);
                next = span.until().plusDays(1);
            }
        }
        plan.put("EVALUATION", following(municipality, next, lengths.get("EVALUATION")));
        return plan;
    }

    private Span span(String municipality, String phase, LocalDate next, Known known, Map<String, Integer> lengths) {
        Span usual = following(municipality, next, lengths.get(phase));
        return switch (phase) {
            case "WORKSHOPS" ->
                known.workshops() == null
                        ? usual
                        : new Span(
                                earlier(next, known.workshops().from()),
                                afterWorkshop(municipality, known.workshops().until()));
            case "IMPLEMENTATION" -> implementation(next, known, usual);
            default -> usual;
        };
    }

    private static Span implementation(LocalDate next, Known known, Span usual) {
        if (known.packages() != null) {
            return known.packages();
        }
        return known.end() != null && known.end().isAfter(next) ? new Span(next, known.end()) : usual;
    }

    /** After the day itself come the minutes, the period for objections, the release and the evaluation. */
    private LocalDate afterWorkshop(String municipality, LocalDate workshop) {
        List<String> way = WAYS.get("WORKSHOPS");
        int left = way.subList(way.indexOf("confirm-workshop"), way.size()).stream()
                .mapToInt(step -> days.of(municipality, step))
                .sum();
        return calendar.after(municipality, workshop, left);
    }

    private Span following(String municipality, LocalDate from, int workingDays) {
        return new Span(from, calendar.after(municipality, from, workingDays));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) ? other : one;
    }

    private static Map<String, List<String>> ways() {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put("UNDER_REVIEW", List.of("review-proposal", "decide-measure"));
        ways.put("KNOWLEDGE", List.of("define-knowledge-goals", "collect-knowledge", "review-knowledge"));
        ways.put(
                "STATUS_QUO",
                List.of(
                        "prepare-survey",
                        "answer-survey",
                        "clarify-missing-answers",
                        "analyse-stakeholders",
                        "review-stakeholders",
                        "summarise-status-quo",
                        "release-status-quo"));
        ways.put(
                "WORKSHOPS",
                List.of(
                        "prepare-workshop",
                        "agree-agenda",
                        "invite-participants",
                        "confirm-workshop",
                        "write-minutes",
                        "check-minutes",
                        "objection-period",
                        "handle-objections",
                        "release-minutes",
                        "evaluate-workshop"));
        ways.put(
                "STARTER_PROJECTS",
                List.of(
                        "bundle-ideas",
                        "sketch-project",
                        "rate-project",
                        "propose-selection",
                        "decide-starter-projects"));
        ways.put("IMPLEMENTATION", List.of("plan-work-packages", "close-project", "confirm-closure"));
        ways.put("EVALUATION", List.of("evaluate-measure", "release-evaluation", "offer-to-archive"));
        return ways;
    }
}
