package de.kreislaufstadt.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.audit.CourseEntry.Decision;
import de.kreislaufstadt.audit.CourseEntry.Value;
import de.kreislaufstadt.audit.CourseTable.Line;
import de.kreislaufstadt.audit.CourseTable.Part;
import de.kreislaufstadt.audit.CourseTable.Rest;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.ItemTitles;
import de.kreislaufstadt.process.StepNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The course of a measure (Verlauf) in words: who did what, in which role, how long it took, what was entered and why. */
@Component
class MeasureCourse {

    private static final Set<String> OF_STEPS = Set.of("MEASURE_PROPOSED", "STEP_COMPLETED");

    private final CourseTable log;
    private final Wordings words;
    private final StepNames steps;
    private final Accounts accounts;
    private final List<ItemTitles> titles;
    private final Decisions decisions;
    private final TimeSpent timeSpent;
    private final StepsBefore stepsBefore;
    private final ObjectMapper json;

    MeasureCourse(
            CourseTable log,
            Wordings words,
            StepNames steps,
            Accounts accounts,
            List<ItemTitles> titles,
            Decisions decisions,
            TimeSpent timeSpent,
            StepsBefore stepsBefore,
            ObjectMapper json) {
        this.log = log;
        this.words = words;
        this.steps = steps;
        this.accounts = accounts;
        this.titles = titles;
        this.decisions = decisions;
        this.timeSpent = timeSpent;
        this.stepsBefore = stepsBefore;
        this.json = json;
    }

    /**
     * A part of the course.
     *
     * @param entries the latest first
     * @param more number to ask with for those before; null if there are none
     */
    record Stretch(List<CourseEntry> entries, Long more) {}

    /** @return so many entries of the log at most with a number below that one, with the steps that a take-over names */
    Stretch of(String municipality, UUID measure, long before, int most) {
        List<Line> found = log.of(municipality, measure, before, most + 1);
        List<Line> lines = found.subList(0, Math.min(most, found.size()));
        Map<UUID, String> people = people(municipality, lines);
        Map<String, String> items = items(municipality, lines);
        List<Rest> rests = log.rests(municipality, measure);
        List<CourseEntry> entries = lines.stream()
                .flatMap(line -> {
                    List<String> earlier = new ArrayList<>();
                    CourseEntry told = entry(municipality, line, people, items, rests, earlier);
                    return Stream.concat(Stream.of(told), stepsBefore.of(municipality, line, earlier).stream());
                })
                .toList();
        return new Stretch(
                entries, found.size() > most ? lines.get(most - 1).entry().position() : null);
    }

    /** @param earlier takes what a take-over says of steps done before it */
    private CourseEntry entry(
            String municipality,
            Line line,
            Map<UUID, String> people,
            Map<String, String> items,
            List<Rest> rests,
            List<String> earlier) {
        LoggedEntry entry = line.entry();
        List<Value> values = new ArrayList<>();
        List<Decision> answers = new ArrayList<>();
        String reason = null;
        Instant opened = null;
        int erased = 0;
        for (Part part : line.parts()) {
            if (part.logged() == null) {
                erased++;
                continue;
            }
            JsonNode said = read(part.logged());
            switch (part.sort()) {
                case "REASON" -> reason = text(said.path("to"));
                case "DECISION" -> answers.add(decision(part.field(), said));
                default -> {
                    if (BusinessAction.OPENED.equals(part.field())) {
                        opened = Instant.parse(said.path("to").asText());
                    } else if (BusinessAction.DONE_BEFORE.equals(part.field())) {
                        earlier.add(text(said.path("to")));
                    } else {
                        values.add(value(municipality, entry, part, said, people));
                    }
                }
            }
        }
        return new CourseEntry(
                entry.position(),
                entry.at(),
                null,
                entry.kind(),
                words.kind(entry.kind()),
                entry.task() == null ? null : steps.nameOf(entry.task()),
                entry.process(),
                entry.task(),
                entry.modelVersion(),
                entry.item() == null ? null : items.get(entry.item()),
                nameOf(entry.actor(), people),
                words.group(municipality, entry.role()),
                entry.deputyRole() == null
                        ? nameOf(entry.deputyFor(), people)
                        : words.group(municipality, entry.deputyRole()),
                opened,
                line.takenAt(),
                opened == null ? null : timeSpent.between(municipality, opened, line.takenAt(), entry.at(), rests),
                reason,
                values,
                answers,
                erased);
    }

    private Value value(String municipality, LoggedEntry entry, Part part, JsonNode said, Map<UUID, String> people) {
        boolean own = OF_STEPS.contains(entry.kind());
        String form = entry.task();
        String label = words.field(form, own, part.field());
        return switch (part.sort()) {
            case "WITHHELD" -> new Value(label, null, null, true);
            case "PERSON" ->
                new Value(
                        label, nameOf(token(said.path("from")), people), nameOf(token(said.path("to")), people), false);
            default -> {
                JsonNode kept = said.path("kept");
                String from = text(kept.isMissingNode() ? said.path("from") : kept);
                String to = text(kept.isMissingNode() ? said.path("to") : kept);
                yield new Value(
                        label,
                        words.value(municipality, form, own, part.field(), from),
                        words.value(municipality, form, own, part.field(), to),
                        false);
            }
        };
    }

    private Decision decision(String table, JsonNode said) {
        List<String> reasons = new ArrayList<>();
        boolean own = said.path("own").asBoolean();
        said.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        List<String> rules = new ArrayList<>();
        said.path("rules").forEach(rule -> rules.add(rule.asText()));
        return new Decision(
                words.decision(table),
                own || rules.size() != reasons.size() ? reasons : decisions.inWords(rules, reasons),
                flat(said.path("inputs")),
                flat(said.path("answers")),
                own);
    }

    /** Names and values of an object, or of the only object in a list. */
    private static String flat(JsonNode node) {
        if (node.isArray()) {
            List<String> rows = new ArrayList<>();
            node.forEach(row -> rows.add(flat(row)));
            return String.join("; ", rows);
        }
        return node.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .map(field -> field.getKey() + ": " + field.getValue().asText())
                .collect(Collectors.joining(", "));
    }

    private Map<UUID, String> people(String municipality, List<Line> lines) {
        Set<UUID> tokens = lines.stream()
                .flatMap(line -> Stream.concat(
                        Stream.of(line.entry()).flatMap(entry -> Stream.of(entry.actor(), entry.deputyFor())),
                        line.parts().stream()
                                .filter(part -> part.sort().equals("PERSON") && part.logged() != null)
                                .map(part -> read(part.logged()))
                                .flatMap(said -> Stream.of(token(said.path("from")), token(said.path("to"))))))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, String> names = new HashMap<>();
        log.people(municipality, tokens).forEach((token, account) -> names.put(token, accounts.nameOf(account)));
        return names;
    }

    private Map<String, String> items(String municipality, List<Line> lines) {
        Map<String, UUID> ids = new HashMap<>();
        lines.stream().map(line -> line.entry().item()).filter(Objects::nonNull).forEach(item -> idIn(item, ids));
        Map<UUID, String> found = new HashMap<>();
        Collection<UUID> asked = Set.copyOf(ids.values());
        if (!asked.isEmpty()) {
            titles.forEach(module -> found.putAll(module.titles(municipality, asked)));
        }
        Map<String, String> named = new HashMap<>();
        ids.forEach((item, id) -> named.put(item, found.get(id)));
        return named;
    }

    /** Not everything that something may be about has an id. */
    private static void idIn(String item, Map<String, UUID> ids) {
        try {
            ids.put(item, ItemRef.idIn(item));
        } catch (IllegalArgumentException e) {
            ids.remove(item);
        }
    }

    /** Whoever has been erased is somebody still: the words for a deleted person. */
    private String nameOf(UUID token, Map<UUID, String> people) {
        return token == null ? null : people.getOrDefault(token, words.deletedPerson());
    }

    private static UUID token(JsonNode node) {
        return node.isTextual() ? UUID.fromString(node.asText()) : null;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private JsonNode read(String logged) {
        try {
            return json.readTree(logged);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The log keeps JSON", e);
        }
    }
}
