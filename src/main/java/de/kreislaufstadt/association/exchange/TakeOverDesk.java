package de.kreislaufstadt.association.exchange;

import static java.util.stream.Collectors.groupingBy;

import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.association.exchange.SharedContent.Kind;
import de.kreislaufstadt.association.exchange.SharedTable.Shared;
import de.kreislaufstadt.association.exchange.SharedTable.Taken;
import de.kreislaufstadt.association.exchange.Sight.Seen;
import de.kreislaufstadt.association.standing.Coordination;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.knowledge.KnowledgeExchange;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.process.MeasuresInSight;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.starterproject.ProjectOutline;
import de.kreislaufstadt.starterproject.StarterExchange;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what another city shares over into a measure of one's own: a starter project as an idea that lies beside those of the workshops,
 * a knowledge item as one of a knowledge goal. It says where it comes from, and stays when the other city takes its own back.
 */
@Service
class TakeOverDesk {

    private static final int HIGHEST = 4;
    private static final int LONGEST = 4000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final SharedTable table;
    private final KnowledgeExchange knowledge;
    private final StarterExchange projects;
    private final MeasuresInSight measures;
    private final DepartmentDirectory departments;
    private final Coordination coordination;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Texts texts = Texts.of("association");

    TakeOverDesk(
            SharedTable table,
            KnowledgeExchange knowledge,
            StarterExchange projects,
            MeasuresInSight measures,
            DepartmentDirectory departments,
            Coordination coordination,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.knowledge = knowledge;
        this.projects = projects;
        this.measures = measures;
        this.departments = departments;
        this.coordination = coordination;
        this.events = events;
        this.clock = clock;
    }

    /** A measure that can take it, and for knowledge items the goals it can go to. */
    record Target(String number, String title, List<Goal> goals) {}

    record Goal(UUID id, String label) {}

    /**
     * What is wanted.
     *
     * @param measure number of the own measure
     * @param goal of a knowledge item; null for a starter project
     * @param relevance of a knowledge item, 1 to 4
     * @param transferability of a knowledge item, 1 to 4; null where nobody has judged it
     */
    record Wanted(String measure, UUID goal, Integer relevance, Integer transferability) {}

    /** @return measures of the reader that can take it over now, by number */
    @Transactional(readOnly = true)
    public List<Target> targets(Seen seen, UUID id, Login who) {
        Shared shared = shared(seen, id);
        List<Row> theirs = theirs(seen, who);
        Set<UUID> ids = theirs.stream().map(Row::id).collect(Collectors.toSet());
        if (shared.kind() == Kind.STARTER_PROJECT) {
            Set<UUID> taking = seen.own() == null ? Set.of() : projects.takingIdeas(seen.own(), ids);
            return theirs.stream()
                    .filter(row -> taking.contains(row.id()))
                    .map(row -> new Target(row.number(), row.title(), List.of()))
                    .toList();
        }
        Map<UUID, List<KnowledgeExchange.Goal>> goals = seen.own() == null
                ? Map.of()
                : knowledge.goals(seen.own(), ids).stream().collect(groupingBy(KnowledgeExchange.Goal::measure));
        return theirs.stream()
                .filter(row -> goals.containsKey(row.id()))
                .map(row -> new Target(
                        row.number(),
                        row.title(),
                        goals.get(row.id()).stream()
                                .map(goal -> new Goal(goal.id(), goal.position() + ". " + goal.question()))
                                .toList()))
                .toList();
    }

    /**
     * @throws de.kreislaufstadt.form.FormRefused with every field that is wrong, or if the measure's phase cannot take it
     * @throws InterventionRefused if there is no such item or no such measure for them, or it was taken over before
     */
    @Transactional
    public void take(Seen seen, UUID id, Wanted wanted, Login who) {
        Shared shared = shared(seen, id);
        Row measure = theirs(seen, who).stream()
                .filter(row -> row.number().equals(wanted.measure()))
                .findFirst()
                .orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "process.noMeasure"));
        String from = texts.german(
                "association.exchange.from",
                nameOf(seen, shared.municipality()),
                DAY.format(LocalDate.ofInstant(shared.sharedAt(), clock.getZone())));
        UUID result = switch (shared.kind()) {
            case STARTER_PROJECT -> idea(seen.own(), measure, shared.content().project(), from, who);
            case KNOWLEDGE -> item(seen.own(), measure, shared, wanted, from, who);
        };
        Taken taken = new Taken(seen.own(), id, shared.content().title(), from, measure.id(), result, who.user());
        if (!table.take(taken)) {
            throw new InterventionRefused(Cause.CONFLICT, "association.exchange.taken");
        }
        events.publishEvent(BusinessAction.of(
                        seen.own(),
                        measure.id(),
                        BusinessAction.Kind.ITEM_TAKEN_OVER,
                        new Subject(null, null, null, shared.kind().name()),
                        who.user())
                .changing(Change.of("title", null, shared.content().title()), Change.of("source", null, from)));
    }

    private UUID idea(String city, Row measure, ProjectOutline outline, String from, Login who) {
        new Problems()
                .check(
                        projects.takingIdeas(city, List.of(measure.id())).contains(measure.id()),
                        "measure",
                        "association.exchange.noIdeas")
                .throwIfAny();
        String description =
                texts.german("association.exchange.idea", from, outline.problem(), outline.solution(), outline.goal());
        return projects.offer(
                city,
                measure.id(),
                new StarterExchange.Offer(
                        outline.title(),
                        outline.field(),
                        description.substring(0, Math.min(LONGEST, description.length())),
                        from,
                        who.user()));
    }

    private UUID item(String city, Row measure, Shared shared, Wanted wanted, String from, Login who) {
        List<UUID> goals = knowledge.goals(city, List.of(measure.id())).stream()
                .map(KnowledgeExchange.Goal::id)
                .toList();
        Integer transferability = wanted.transferability();
        new Problems()
                .check(!goals.isEmpty(), "measure", "association.exchange.noKnowledge")
                .check(
                        goals.isEmpty() || wanted.goal() != null && goals.contains(wanted.goal()),
                        "goal",
                        "association.exchange.noGoal")
                .check(isLevel(wanted.relevance()), "relevance", "association.exchange.level")
                .check(
                        transferability == null || isLevel(transferability),
                        "transferability",
                        "association.exchange.level")
                .throwIfAny();
        return knowledge.takeOver(
                city,
                wanted.goal(),
                new KnowledgeExchange.Taken(
                        shared.content().knowledge(), wanted.relevance(), transferability, from, who.user()));
    }

    private static boolean isLevel(Integer level) {
        return level != null && level >= 1 && level <= HIGHEST;
    }

    private Shared shared(Seen seen, UUID id) {
        return table.find(seen.cities(), id)
                .filter(one -> !one.municipality().equals(seen.own()))
                .orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "association.exchange.noItem"));
    }

    private static String nameOf(Seen seen, String municipality) {
        return seen.members().stream()
                .filter(member -> member.municipality().equals(municipality))
                .map(Member::name)
                .findFirst()
                .orElseThrow();
    }

    /** Managers and coordinators take over into every measure that they see, others into those that their department leads. */
    private List<Row> theirs(Seen seen, Login who) {
        if (seen.own() == null) {
            return List.of();
        }
        boolean all = Role.of(who.groups(), who.tenants()).contains(Role.MANAGER)
                || coordination.of(who).isPresent();
        List<String> own = departments.departmentsOf(seen.own(), who.groups());
        return measures.all(who).stream()
                .filter(row -> all || own.contains(row.lead()))
                .toList();
    }
}
