package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Association.Office;
import de.kreislaufstadt.association.desk.ComponentRows.Count;
import de.kreislaufstadt.association.desk.ComponentViews.Next;
import de.kreislaufstadt.association.desk.ComponentViews.RoundLine;
import de.kreislaufstadt.association.round.ComponentRound;
import de.kreislaufstadt.association.round.RoundState;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Rounds in a line each: where they stand, who has answered, what comes next and whose it is. */
@Component
class RoundLines {

    private static final Set<String> ANSWERED = Set.of("ANSWERED", "NO_COMMENT");

    private final Texts texts = Texts.of("association");
    private final ComponentRows rows;
    private final Association association;
    private final OpenTasks tasks;
    private final Clock clock;

    RoundLines(ComponentRows rows, Association association, OpenTasks tasks, Clock clock) {
        this.rows = rows;
        this.association = association;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What is known of all rounds of the association, read once for a page. */
    record Known(Office office, Map<UUID, List<Count>> counts, Map<UUID, String> own, Map<String, OpenTask> tasks) {}

    Known known(Reader reader, List<ComponentRound> rounds) {
        Office office = association.office().orElseThrow(Readers.NotYours::new);
        List<String> instances = rounds.stream()
                .filter(round -> reader.ofOffice() && !round.state().isOver())
                .map(ComponentRound::instance)
                .filter(Objects::nonNull)
                .toList();
        return new Known(
                office,
                rows.counts(office.municipality()).stream().collect(Collectors.groupingBy(Count::round)),
                reader.city() == null
                        ? Map.of()
                        : rows.ownRequests(office.municipality(), reader.city()).stream()
                                .collect(Collectors.toMap(Count::round, Count::state, (one, other) -> one)),
                instances.isEmpty() ? Map.of() : tasks.ofInstances(instances));
    }

    RoundLine line(Reader reader, ComponentRound round, Known known) {
        List<Count> counts = known.counts().getOrDefault(round.id(), List.of());
        String own = known.own().get(round.id());
        return new RoundLine(
                round.number(),
                round.state(),
                texts.name("association.desk.state", round.state()),
                round.begunOn(),
                round.endedOn(),
                round.commentsUntil(),
                round.state() == RoundState.COMMENTING && isOver(round.commentsUntil()),
                counts.stream().mapToInt(Count::members).sum(),
                counts.stream()
                        .filter(count -> ANSWERED.contains(count.state()))
                        .mapToInt(Count::members)
                        .sum(),
                own == null ? null : texts.get("association.desk.member." + own),
                next(reader, round, known));
    }

    private Next next(Reader reader, ComponentRound round, Known known) {
        OpenTask task = round.instance() == null ? null : known.tasks().get(round.instance());
        return switch (round.state()) {
            case DRAFTING -> next("draft", known.office().moderation(), task, reader.moderation());
            case COMMENTING ->
                new Next(
                        texts.get("association.desk.next.comment"),
                        texts.get("association.desk.next.members"),
                        round.commentsUntil(),
                        isOver(round.commentsUntil()),
                        false,
                        null);
            case CONSOLIDATING -> next("consolidate", known.office().moderation(), task, reader.moderation());
            case ADOPTING -> next("adopt", known.office().adoption(), task, reader.adoption());
            default -> null;
        };
    }

    private Next next(String step, String with, OpenTask task, boolean yours) {
        LocalDate due = task == null ? null : task.due();
        return new Next(
                texts.get("association.desk.next." + step),
                with,
                due,
                isOver(due),
                yours,
                task == null || !yours ? null : task.id());
    }

    private boolean isOver(LocalDate day) {
        return day != null && day.isBefore(LocalDate.now(clock));
    }
}
