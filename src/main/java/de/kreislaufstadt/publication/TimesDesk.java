package de.kreislaufstadt.publication;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.People;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.publication.TimeFactsTable.Draft;
import de.kreislaufstadt.released.Releasing;
import de.kreislaufstadt.released.TimeFacts;
import de.kreislaufstadt.rights.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Time facts of quarters: somebody of the climate staff unit puts them together, somebody else of it releases them. Only quarters that
 * are over, and each of them once: two figures of the same weeks would tell what a small unit has done by their difference.
 */
@Service
class TimesDesk {

    private static final String UNIT = "CLIMATE_UNIT";
    private static final String HEAD = "-head";
    private static final int SHOWN = 8;

    private final TimeFactsTable table;
    private final TimesOfQuarter times;
    private final Releasing releasing;
    private final DepartmentDirectory departments;
    private final StandIns standIns;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TimesDesk(
            TimeFactsTable table,
            TimesOfQuarter times,
            Releasing releasing,
            DepartmentDirectory departments,
            StandIns standIns,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.times = times;
        this.releasing = releasing;
        this.departments = departments;
        this.standIns = standIns;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A quarter as the page shows it.
     *
     * @param facts null where nothing was put together yet
     * @param mayDraft whether the reader may put it together, again where it is not released
     * @param mayRelease whether they may release it
     */
    record Shown(Quarter quarter, TimeFacts facts, Instant releasedAt, boolean mayDraft, boolean mayRelease) {}

    private record Member(String user, String group, String deputyFor) {}

    /** @throws InterventionRefused if they are none of the reader's business */
    @Transactional(readOnly = true)
    public List<Shown> all(Login who) {
        String municipality = municipality(who);
        Member member = member(municipality, who);
        boolean everywhere = Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere);
        if (member == null && !everywhere) {
            throw new InterventionRefused(Cause.FORBIDDEN, "publication.times.notYours");
        }
        Map<LocalDate, Draft> known =
                table.all(municipality).stream().collect(Collectors.toMap(Draft::quarter, draft -> draft));
        List<Quarter> quarters = new ArrayList<>(Quarter.lastOnes(LocalDate.now(clock), SHOWN));
        known.keySet().stream()
                .map(Quarter::of)
                .filter(quarter -> !quarters.contains(quarter))
                .sorted((one, other) -> other.from().compareTo(one.from()))
                .forEach(quarters::add);
        return quarters.stream()
                .map(quarter -> shown(municipality, quarter, known.get(quarter.from()), member))
                .toList();
    }

    private Shown shown(String municipality, Quarter quarter, Draft draft, Member member) {
        boolean open = draft == null || draft.releasedAt() == null;
        return new Shown(
                quarter,
                draft == null ? null : draft.facts(),
                draft == null ? null : draft.releasedAt(),
                open && member != null,
                open && draft != null && member != null && !hasDrafted(municipality, member, draft));
    }

    /** Puts a quarter together as it is counted now. */
    @Transactional
    public void draft(String key, Login who) {
        String municipality = municipality(who);
        Member member = required(municipality, who);
        Quarter quarter = Quarter.parse(key);
        if (!quarter.isOver(LocalDate.now(clock))) {
            throw FormRefused.at("quarter", "publication.times.notOver");
        }
        if (table.lock(municipality, quarter.from())
                .filter(draft -> draft.releasedAt() != null)
                .isPresent()) {
            throw new InterventionRefused(Cause.CONFLICT, "publication.times.released");
        }
        TimeFacts facts = times.of(municipality, quarter.from());
        if (facts.rows().stream().allMatch(row -> row.done() == null)) {
            throw FormRefused.at("quarter", "publication.times.nothing");
        }
        table.draft(
                municipality,
                new Draft(quarter.from(), facts, member.user(), member.deputyFor(), clock.instant(), null));
        note(municipality, Kind.TIMES_DRAFTED, quarter, member);
    }

    /** Makes a quarter public, once and for all. */
    @Transactional
    public void release(String key, Login who) {
        String municipality = municipality(who);
        Member member = required(municipality, who);
        Quarter quarter = Quarter.parse(key);
        Draft draft = table.lock(municipality, quarter.from())
                .orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "publication.times.noDraft"));
        if (draft.releasedAt() != null) {
            throw new InterventionRefused(Cause.CONFLICT, "publication.times.released");
        }
        if (hasDrafted(municipality, member, draft)) {
            throw FormRefused.at("quarter", "process.fourEyes");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.released(municipality, quarter.from(), member.user(), now);
        TimeFacts facts = draft.facts();
        releasing.times(municipality, new TimeFacts(facts.from(), facts.until(), now, facts.rows()));
        note(municipality, Kind.TIMES_RELEASED, quarter, member);
    }

    private void note(String municipality, Kind kind, Quarter quarter, Member member) {
        events.publishEvent(
                BusinessAction.of(municipality, null, kind, new Subject(null, null, null, quarter.key()), member.user())
                        .as(member.group())
                        .inPlaceOf(member.deputyFor())
                        .changing(Change.of("quarter", null, quarter.key())));
    }

    /** Work is done by who does it and by in whose place they do it, and nobody releases it for one of these. */
    private boolean hasDrafted(String municipality, Member member, Draft draft) {
        Set<String> authors = everybody(municipality, draft.draftedBy(), draft.deputyFor());
        authors.retainAll(everybody(municipality, member.user(), member.deputyFor()));
        return !authors.isEmpty();
    }

    private Set<String> everybody(String municipality, String user, String deputyFor) {
        Set<String> all = new HashSet<>(Set.of(user));
        if (deputyFor != null) {
            all.add(deputyFor);
            people.membersOf(municipality, deputyFor).forEach(person -> all.add(person.id()));
        }
        return all;
    }

    private Member required(String municipality, Login who) {
        Member member = member(municipality, who);
        if (member == null) {
            throw new InterventionRefused(Cause.FORBIDDEN, "publication.times.notYours");
        }
        return member;
    }

    /** @return null where the person does not belong to the climate staff unit */
    private Member member(String municipality, Login who) {
        return departments
                .departmentWithRole(municipality, UNIT)
                .map(unit -> municipality + "-" + departments.currentOf(municipality, unit))
                .filter(group -> who.groups().contains(group) || who.groups().contains(group + HEAD))
                .map(group -> who.groups().contains(group + HEAD) ? group + HEAD : group)
                .map(group -> new Member(
                        who.user(),
                        group,
                        standIns.onBehalfOf(who.user(), group, null).orElse(null)))
                .orElse(null);
    }

    private static String municipality(Login who) {
        if (who.tenants().size() != 1) {
            throw new InterventionRefused(Cause.FORBIDDEN, "publication.times.notYours");
        }
        return who.tenants().get(0);
    }
}
