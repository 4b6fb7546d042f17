package de.kreislaufstadt.guest;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.CallsToTasks;
import de.kreislaufstadt.process.ClaimedTasks;
import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.workshop.WorkshopChoice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and withdraws rights, and answers who has which today. */
@Service
@Transactional
class Rights implements SingleRights {

    private final RightTable rights;
    private final ExternalAccountTable accounts;
    private final WorkshopChoice workshops;
    private final ClaimedTasks claimed;
    private final CallsToTasks calls;
    private final AssociationModeration association;
    private final GuestSettings settings;
    private final Clock clock;

    Rights(
            RightTable rights,
            ExternalAccountTable accounts,
            WorkshopChoice workshops,
            ClaimedTasks claimed,
            CallsToTasks calls,
            AssociationModeration association,
            GuestSettings settings,
            Clock clock) {
        this.rights = rights;
        this.accounts = accounts;
        this.workshops = workshops;
        this.claimed = claimed;
        this.calls = calls;
        this.association = association;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param from first day; null for today
     * @param until last day; null for the account's
     */
    record Wanted(String municipality, String account, UUID workshop, LocalDate from, LocalDate until) {}

    @Override
    @Transactional(readOnly = true)
    public List<SingleRight> today(String user) {
        return rights.of(user, today());
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> holders(String municipality, String group) {
        UUID workshop = UUID.fromString(group.substring(PREFIX.length()));
        return Stream.concat(
                        rights.holders(municipality, workshop, today()).stream(),
                        association.holders(municipality).stream())
                .distinct()
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SingleRight> ofAssociation(Collection<String> groups, Collection<String> tenants) {
        return association.of(groups, tenants);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOfAssociationFor(String municipality, String user) {
        return association.isOf(municipality, user);
    }

    @Transactional(readOnly = true)
    public List<Right> in(String municipality) {
        return rights.in(municipality);
    }

    /**
     * Gives a right. It acts with the person's next request, for open tasks as well as for those to come.
     *
     * @throws FormRefused if there is no such account or workshop, or the days do not fit; nothing is changed
     */
    UUID give(Wanted wanted, String by) {
        ExternalAccount person =
                accounts.find(wanted.account()).orElseThrow(() -> FormRefused.at("account", "guest.account.unknown"));
        boolean known = workshops.open(wanted.municipality()).stream()
                .anyMatch(workshop -> workshop.id().equals(wanted.workshop()));
        LocalDate from = wanted.from() == null ? today() : wanted.from();
        LocalDate until = wanted.until() == null ? person.validUntil() : wanted.until();
        new Problems()
                .check(known, "workshop", "guest.workshop.unknown")
                .check(!from.isBefore(today()), "from", "guest.from.past")
                .check(!until.isBefore(from), "until", "guest.until.beforeFrom")
                .check(!until.isAfter(person.validUntil()), "until", "guest.until.afterAccount")
                .throwIfAny();
        Right right = new Right(
                UUID.randomUUID(),
                wanted.municipality(),
                person.account(),
                person.name(),
                person.organisation(),
                wanted.workshop(),
                from,
                until,
                false);
        if (rights.in(right.municipality()).stream().anyMatch(given -> overlap(given, right))) {
            throw FormRefused.at("workshop", "guest.right.doubled");
        }
        rights.insert(right, until.plus(settings.kept()), by);
        tell(right);
        return right.id();
    }

    /**
     * Takes a right back at once. Tasks the person has claimed go back to those whose they are.
     *
     * @return empty if there is no such right in the municipality
     */
    Optional<Right> withdraw(String municipality, UUID id, String by) {
        Optional<Right> right = rights.find(municipality, id);
        if (rights.withdraw(municipality, id, by)) {
            giveBack(right.orElseThrow());
        }
        return right;
    }

    /** Gives back what people have claimed whose right ended since that day, and tells those whose right begins. */
    void tidy(String municipality, LocalDate since) {
        rights.endedSince(municipality, since, today()).forEach(this::giveBack);
        rights.in(municipality).stream()
                .filter(right -> !right.withdrawn() && right.from().equals(today()))
                .forEach(this::tell);
    }

    /** What waits already is told at once; what comes later is told when it comes. */
    private void tell(Right right) {
        if (!right.from().isAfter(today())) {
            calls.call(
                    right.municipality(),
                    SingleRights.workshop(right.workshop()),
                    right.account(),
                    right.id().toString());
        }
    }

    private static boolean overlap(Right given, Right wanted) {
        return given.account().equals(wanted.account())
                && given.workshop().equals(wanted.workshop())
                && !given.withdrawn()
                && !given.until().isBefore(wanted.from())
                && !given.from().isAfter(wanted.until());
    }

    private void giveBack(Right right) {
        String group = SingleRights.workshop(right.workshop());
        boolean another =
                today(right.account()).stream().anyMatch(one -> one.group().equals(group));
        if (!another) {
            claimed.giveBack(right.account(), List.of(group));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
