package de.kreislaufstadt.association.exchange;

import de.kreislaufstadt.association.exchange.SharedContent.Kind;
import de.kreislaufstadt.association.exchange.SharedTable.Search;
import de.kreislaufstadt.association.exchange.SharedTable.Shared;
import de.kreislaufstadt.association.exchange.Sight.Seen;
import de.kreislaufstadt.association.standing.NoPeople;
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
import de.kreislaufstadt.starterproject.StarterExchange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A city's managers, and heads of the department that leads the measure, let the others read single knowledge items and adopted starter
 * projects, and take that back.
 */
@Service
class SharingDesk {

    private final KnowledgeExchange knowledge;
    private final StarterExchange projects;
    private final SharedTable table;
    private final MeasuresInSight measures;
    private final DepartmentDirectory departments;
    private final NoPeople noPeople;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SharingDesk(
            KnowledgeExchange knowledge,
            StarterExchange projects,
            SharedTable table,
            MeasuresInSight measures,
            DepartmentDirectory departments,
            NoPeople noPeople,
            ApplicationEventPublisher events,
            Clock clock) {
        this.knowledge = knowledge;
        this.projects = projects;
        this.table = table;
        this.measures = measures;
        this.departments = departments;
        this.noPeople = noPeople;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Something of the own city.
     *
     * @param shared null while it is not shared
     * @param measure number of its measure
     */
    record Own(Kind kind, UUID item, String title, String measure, UUID shared) {}

    private record Candidate(Kind kind, UUID item, UUID measure, SharedContent content) {}

    /** @return what the reader may share or has shared, by title; nothing for who may not share anything */
    @Transactional(readOnly = true)
    public List<Own> own(Seen seen, Login who) {
        if (seen.own() == null) {
            return List.of();
        }
        Map<UUID, Row> theirs = theirs(who);
        Map<UUID, Shared> now = table.find(List.of(seen.own()), new Search(null, null, null, null)).stream()
                .collect(Collectors.toMap(Shared::item, Function.identity(), (one, other) -> one));
        List<Own> own = new ArrayList<>();
        candidates(seen.own(), theirs)
                .forEach(one -> own.add(new Own(
                        one.kind(),
                        one.item(),
                        one.content().title(),
                        theirs.get(one.measure()).number(),
                        now.containsKey(one.item()) ? now.remove(one.item()).id() : null)));
        if (isManager(who)) {
            // What is shared stays so when its measure has changed meanwhile.
            now.values()
                    .forEach(one -> own.add(
                            new Own(one.kind(), one.item(), one.content().title(), null, one.id())));
        }
        return own;
    }

    /**
     * Lets the other members read a copy of what it is now.
     *
     * @param confirmed whether somebody says that what reads like a name is none
     * @throws de.kreislaufstadt.form.FormRefused if it names people
     * @throws InterventionRefused if there is nothing of this id that they may share, or it is shared already
     */
    @Transactional
    public UUID share(Seen seen, Kind kind, UUID item, boolean confirmed, Login who) {
        if (!seen.others()) {
            throw new InterventionRefused(Cause.FORBIDDEN, "association.exchange.notMember");
        }
        Candidate candidate = seen.own() == null ? null : candidate(seen.own(), kind, item, theirs(who));
        if (candidate == null) {
            throw new InterventionRefused(Cause.NOT_FOUND, "association.exchange.noItem");
        }
        noPeople.check(seen.own(), candidate.content().texts(), confirmed);
        Shared shared = new Shared(UUID.randomUUID(), seen.own(), kind, item, candidate.content(), clock.instant());
        if (!table.share(shared, who.user())) {
            throw new InterventionRefused(Cause.CONFLICT, "association.exchange.shared");
        }
        tell(seen, candidate.measure(), BusinessAction.Kind.ITEM_SHARED, shared, who);
        return shared.id();
    }

    /** @throws InterventionRefused if the reader's city shares nothing of this id, or it is not theirs to take back */
    @Transactional
    public void withdraw(Seen seen, UUID id, Login who) {
        Shared shared =
                seen.own() == null ? null : table.find(List.of(seen.own()), id).orElse(null);
        if (shared == null) {
            throw new InterventionRefused(Cause.NOT_FOUND, "association.exchange.noItem");
        }
        Candidate candidate = candidate(seen.own(), shared.kind(), shared.item(), theirs(who));
        if (candidate == null && !isManager(who)) {
            throw new InterventionRefused(Cause.FORBIDDEN, "association.exchange.notYoursToShare");
        }
        if (!table.withdraw(seen.own(), id, who.user(), clock.instant())) {
            throw new InterventionRefused(Cause.CONFLICT, "association.exchange.notShared");
        }
        UUID measure = candidate == null ? null : candidate.measure();
        tell(seen, measure, BusinessAction.Kind.ITEM_WITHDRAWN, shared, who);
    }

    private void tell(Seen seen, UUID measure, BusinessAction.Kind what, Shared shared, Login who) {
        events.publishEvent(BusinessAction.of(
                        seen.own(),
                        measure,
                        what,
                        new Subject(null, null, null, shared.kind().name()),
                        who.user())
                .changing(Change.of("title", null, shared.content().title())));
    }

    private List<Candidate> candidates(String municipality, Map<UUID, Row> theirs) {
        List<Candidate> all = new ArrayList<>();
        knowledge
                .shareable(municipality, theirs.keySet())
                .forEach(one -> all.add(
                        new Candidate(Kind.KNOWLEDGE, one.id(), one.measure(), SharedContent.of(one.source()))));
        projects.shareable(municipality, theirs.keySet())
                .forEach(one -> all.add(
                        new Candidate(Kind.STARTER_PROJECT, one.id(), one.measure(), SharedContent.of(one.outline()))));
        return all;
    }

    private Candidate candidate(String municipality, Kind kind, UUID item, Map<UUID, Row> theirs) {
        Candidate found = switch (kind) {
            case KNOWLEDGE ->
                knowledge
                        .find(municipality, item)
                        .map(one -> new Candidate(kind, item, one.measure(), SharedContent.of(one.source())))
                        .orElse(null);
            case STARTER_PROJECT ->
                projects.find(municipality, item)
                        .map(one -> new Candidate(kind, item, one.measure(), SharedContent.of(one.outline())))
                        .orElse(null);
        };
        return found != null && theirs.containsKey(found.measure()) ? found : null;
    }

    /** @return measures whose items the person may share, by id: all of the city for managers, those they lead for heads */
    private Map<UUID, Row> theirs(Login who) {
        boolean manager = isManager(who);
        List<String> led =
                who.tenants().size() == 1 ? departments.ledBy(who.tenants().get(0), who.groups()) : List.of();
        return measures.all(who).stream()
                .filter(row -> manager || led.contains(row.lead()))
                .collect(Collectors.toMap(Row::id, Function.identity()));
    }

    private static boolean isManager(Login who) {
        return Role.of(who.groups(), who.tenants()).contains(Role.MANAGER);
    }
}
