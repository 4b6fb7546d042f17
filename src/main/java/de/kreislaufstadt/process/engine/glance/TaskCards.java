package de.kreislaufstadt.process.engine.glance;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Matters;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.process.engine.glance.TaskRows.Row;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.people.TenantNames;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks at a glance: which measure, which phase, about what, until when, and with whom. */
@Component
public class TaskCards {

    /** As many as a list ever shows at once. */
    public static final int MOST = 100;

    /** Longer results help nobody; one more word does. */
    private static final int MOST_FOUND = 30;

    private static final int MOST_WORDS = 6;

    private final TaskRows rows;
    private final Matters matters;
    private final DepartmentDirectory departments;
    private final ItemNames items;
    private final Accounts accounts;
    private final ModelNames names;
    private final TenantNames tenants;
    private final Clock clock;

    TaskCards(
            TaskRows rows,
            Matters matters,
            DepartmentDirectory departments,
            ItemNames items,
            Accounts accounts,
            ModelNames names,
            TenantNames tenants,
            Clock clock) {
        this.rows = rows;
        this.matters = matters;
        this.departments = departments;
        this.items = items;
        this.accounts = accounts;
        this.names = names;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * A task at a glance.
     *
     * @param municipality its name, for people who work for several or belong to none; null for everybody else
     * @param measureTitle the short title where there is one
     * @param item the workshop, goal, idea, package, project or department it is about; null where there is only one such task
     * @param due last day, in the city's time zone
     * @param assignee name of the person who has claimed it, null if nobody has
     * @param paused whether its measure rests, and it with it
     */
    public record TaskCard(
            String taskId,
            String municipality,
            String name,
            String measureNumber,
            String measureTitle,
            String phase,
            String item,
            String department,
            LocalDate due,
            LocalDate followUp,
            boolean overdue,
            String assignee,
            boolean mine,
            boolean paused) {}

    /** @return the tasks with these ids that the person may open, in no particular order */
    @Transactional(readOnly = true)
    public List<TaskCard> of(Collection<String> taskIds, Login who) {
        return who.tenants().stream()
                .flatMap(municipality -> of(municipality, taskIds, who).stream())
                .toList();
    }

    private List<TaskCard> of(String municipality, Collection<String> taskIds, Login who) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        List<Row> visible = rows.of(municipality, taskIds).stream()
                .filter(row -> row.isOpenTo(who))
                .toList();
        Map<String, MeasureDirectory.Card> cards = matters.cards(
                municipality, visible.stream().map(Row::measure).distinct().toList());
        Map<String, String> titles = items.ofTasks(municipality, visible);
        Map<String, String> people = new HashMap<>();
        return visible.stream()
                .map(row -> card(municipality, row, cards.get(row.measure()), titles.get(row.id()), people, who))
                .toList();
    }

    /**
     * Finds open tasks of the person by all of these words: each is part of the measure's number or title, of the name of
     * the task, of the department whose task it is, or of the one that leads the measure.
     *
     * @return the most urgent first
     */
    @Transactional(readOnly = true)
    public List<TaskCard> find(String words, Login who) {
        List<String> wanted = Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return who.tenants().stream()
                .flatMap(municipality -> find(municipality, wanted, who).stream())
                .limit(MOST_FOUND)
                .toList();
    }

    private List<TaskCard> find(String municipality, List<String> wanted, Login who) {
        List<TaskRows.Word> searched =
                wanted.stream().map(word -> word(municipality, word)).toList();
        List<String> found = rows.find(municipality, who, searched, MOST_FOUND);
        Map<String, TaskCard> cards = new HashMap<>();
        of(municipality, found, who).forEach(card -> cards.put(card.taskId(), card));
        return found.stream().map(cards::get).filter(card -> card != null).toList();
    }

    private TaskRows.Word word(String municipality, String word) {
        List<String> named = departments.named(municipality, word);
        List<String> groups = named.stream()
                .flatMap(department -> Stream.of(
                        Candidates.group(municipality, department, false),
                        Candidates.group(municipality, department, true)))
                .toList();
        return new TaskRows.Word(word, matters.matching(municipality, word, named), groups, names.tasksNamed(word));
    }

    private TaskCard card(
            String municipality,
            Row row,
            MeasureDirectory.Card measure,
            String item,
            Map<String, String> people,
            Login who) {
        Instant due = row.due();
        return new TaskCard(
                row.id(),
                who.tenants().size() > 1 || who.groups().contains(SingleRights.OUTSIDERS)
                        ? tenants.of(municipality)
                        : null,
                names.task(row.key(), row.name()),
                row.measure(),
                measure == null
                        ? null
                        : Optional.ofNullable(measure.shortTitle()).orElse(measure.title()),
                measure == null ? null : measure.stateLabel(),
                item,
                row.groups().stream()
                        .filter(Candidates::isOfCity)
                        .map(group -> departments.nameOf(municipality, Candidates.departmentOf(group, municipality)))
                        .findFirst()
                        .orElse(null),
                day(due),
                day(row.followUp()),
                due != null && due.isBefore(clock.instant()) && (measure == null || !measure.paused()),
                row.assignee() == null ? null : people.computeIfAbsent(row.assignee(), accounts::nameOf),
                who.user().equals(row.assignee()),
                measure != null && measure.paused());
    }

    private static LocalDate day(Instant moment) {
        return moment == null ? null : moment.atZone(ModelWords.ZONE).toLocalDate();
    }
}
