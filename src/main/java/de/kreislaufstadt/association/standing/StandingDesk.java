package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.ComparisonChanged;
import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.association.PublishedComponents;
import de.kreislaufstadt.association.standing.Coordination.Staff;
import de.kreislaufstadt.association.standing.StandingEntry.Checked;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff of the coordinating department enter how far the city is, its head releases that to the association when somebody else has
 * entered it, and withdraws it at any time.
 */
@Service
class StandingDesk {

    private static final int LONGEST_REASON = 2000;

    private final Coordination coordination;
    private final Association association;
    private final PublishedComponents components;
    private final StandingTable table;
    private final NoPeople noPeople;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StandingDesk(
            Coordination coordination,
            Association association,
            PublishedComponents components,
            StandingTable table,
            NoPeople noPeople,
            ApplicationEventPublisher events,
            Clock clock) {
        this.coordination = coordination;
        this.association = association;
        this.components = components;
        this.table = table;
        this.noPeople = noPeople;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a row; those before stay, and one that is released stays so.
     *
     * @throws FormRefused with every field that is wrong
     */
    @Transactional
    public void enter(String name, StandingEntry entry, Login who) {
        Staff staff = ofMember(who);
        ModelComponent component = StandingEntry.component(name);
        table.lock(staff.municipality());
        Optional<Standing> before = newest(staff, component);
        Checked checked = entry.checked(
                components.versions(component), before.map(Standing::builtOn).orElse(null), LocalDate.now(clock));
        int number = table.add(staff, component, checked, clock.instant());
        tell(
                staff,
                Kind.STANDING_ENTERED,
                component,
                null,
                Change.of("maturity", before.map(Standing::maturity).orElse(null), checked.maturity()),
                Change.of("number", null, number));
    }

    /**
     * Releases the newest row to the association.
     *
     * @param number of the row that the releaser has read
     * @param confirmed whether they say that what reads like a name is none
     * @throws FormRefused if they have entered it themselves, or it names people
     * @throws InterventionRefused if it is not the newest one, or released already
     */
    @Transactional
    public void release(String name, int number, boolean confirmed, Login who) {
        Staff staff = head(ofMember(who));
        ModelComponent component = StandingEntry.component(name);
        table.lock(staff.municipality());
        Standing standing = newest(staff, component)
                .orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "association.standing.nothing"));
        if (standing.number() != number) {
            throw new InterventionRefused(Cause.CONFLICT, "association.standing.newer");
        }
        if (standing.released()) {
            throw new InterventionRefused(Cause.CONFLICT, "association.standing.released");
        }
        if (coordination.isWorkOf(staff, standing.enteredBy(), standing.deputyForBy())) {
            throw FormRefused.at("number", "process.fourEyes");
        }
        noPeople.check(staff.municipality(), standing.texts(), confirmed);
        table.release(staff, standing.id(), clock.instant());
        tell(staff, Kind.STANDING_RELEASED, component, null, Change.of("number", null, number));
        events.publishEvent(new ComparisonChanged(staff.municipality(), component));
    }

    /**
     * Withdraws what is released of a component; it is gone at once. A city that is no member any more may, too.
     *
     * @param reason null or blank for none
     * @throws InterventionRefused if nothing is released
     */
    @Transactional
    public void withdraw(String name, String reason, Login who) {
        Staff staff = head(staff(who));
        ModelComponent component = StandingEntry.component(name);
        Problems problems = new Problems();
        String why = StandingEntry.text(problems, "reason", reason, LONGEST_REASON);
        problems.throwIfAny();
        table.lock(staff.municipality());
        if (table.withdraw(staff, component, why, clock.instant()) == 0) {
            throw new InterventionRefused(Cause.CONFLICT, "association.standing.notReleased");
        }
        tell(staff, Kind.STANDING_WITHDRAWN, component, why);
        events.publishEvent(new ComparisonChanged(staff.municipality(), component));
    }

    private Optional<Standing> newest(Staff staff, ModelComponent component) {
        return table.all(staff.municipality()).stream()
                .filter(one -> one.component() == component)
                .findFirst();
    }

    private void tell(Staff staff, Kind kind, ModelComponent component, String reason, Change... changes) {
        events.publishEvent(BusinessAction.of(
                        staff.municipality(), null, kind, new Subject(null, null, null, component.name()), staff.user())
                .as(staff.group())
                .inPlaceOf(staff.deputyFor())
                .because(reason)
                .changing(List.of(changes)));
    }

    private Staff ofMember(Login who) {
        Staff staff = staff(who);
        boolean member = association.members(LocalDate.now(clock)).stream()
                .map(Member::municipality)
                .anyMatch(staff.municipality()::equals);
        if (!member) {
            throw new InterventionRefused(Cause.FORBIDDEN, "association.standing.noMember");
        }
        return staff;
    }

    private Staff staff(Login who) {
        return coordination
                .of(who)
                .orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "association.standing.notYours"));
    }

    private static Staff head(Staff staff) {
        if (!staff.head()) {
            throw new InterventionRefused(Cause.FORBIDDEN, "association.standing.headOnly");
        }
        return staff;
    }
}
