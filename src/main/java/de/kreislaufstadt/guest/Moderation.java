package de.kreislaufstadt.guest;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.Restrictions;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.workshop.WorkshopChoice;
import de.kreislaufstadt.workshop.WorkshopChoice.OpenWorkshop;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom the department that leads a measure lets work on its workshops from outside. Its members see it; its heads, and managers of
 * the municipality who work there, decide. Whoever is meant has to have an account already and is named by user name or mail
 * address: nobody gets a list of all people of no city.
 */
@Service
@Transactional
class Moderation {

    private static final String LEAD = "LEAD";
    private static final String HEAD = "-head";
    private static final int LONGEST = 254;

    private final Rights rights;
    private final ExternalAccountTable accounts;
    private final WorkshopChoice workshops;
    private final MeasureDirectory measures;
    private final DepartmentDirectory departments;
    private final Visitors visitors;
    private final Restrictions restrictions;
    private final Clock clock;

    Moderation(
            Rights rights,
            ExternalAccountTable accounts,
            WorkshopChoice workshops,
            MeasureDirectory measures,
            DepartmentDirectory departments,
            Visitors visitors,
            Restrictions restrictions,
            Clock clock) {
        this.rights = rights;
        this.accounts = accounts;
        this.workshops = workshops;
        this.measures = measures;
        this.departments = departments;
        this.visitors = visitors;
        this.restrictions = restrictions;
        this.clock = clock;
    }

    /**
     * @param mayDecide whether the reader may let people work on the workshops
     * @param workshops those of the measure that are not over
     * @param rights those on these workshops, newest first
     * @param known people who have worked in the municipality before and could again
     */
    record Page(boolean mayDecide, List<OpenWorkshop> workshops, List<Right> rights, List<ExternalAccount> known) {}

    /**
     * @param person user name or mail address
     * @param until last day; null for the account's
     */
    record Invitation(String person, UUID workshop, LocalDate until) {}

    /** @throws Gone if the reader's department does not lead such a measure */
    @Transactional(readOnly = true)
    public Page of(String number) {
        Lead lead = lead(number);
        List<OpenWorkshop> open = open(lead);
        Set<UUID> ids = open.stream().map(OpenWorkshop::id).collect(Collectors.toSet());
        List<Right> all = rights.in(lead.municipality());
        Restrictions.Of restricted = restrictions.of(lead.municipality());
        List<ExternalAccount> known = lead.decides()
                ? all.stream()
                        .map(Right::account)
                        .distinct()
                        .flatMap(account -> accounts.find(account).stream())
                        .filter(account -> !account.validUntil().isBefore(LocalDate.now(clock)))
                        .filter(account -> !restricted.coverUser(account.account()))
                        .sorted(Comparator.comparing(ExternalAccount::name))
                        .toList()
                : List.of();
        return new Page(
                lead.decides(),
                open,
                all.stream().filter(right -> ids.contains(right.workshop())).toList(),
                known);
    }

    /** @throws FormRefused if there is no such account or workshop, or the day does not fit; nothing is changed */
    UUID invite(String number, Invitation invitation) {
        Lead lead = deciding(number);
        if (open(lead).stream().noneMatch(workshop -> workshop.id().equals(invitation.workshop()))) {
            throw FormRefused.at("workshop", "guest.workshop.unknown");
        }
        String person = invitation.person() == null ? "" : invitation.person().strip();
        List<ExternalAccount> named = person.isEmpty() || person.length() > LONGEST
                ? List.of()
                : accounts.named(person, LocalDate.now(clock));
        if (named.size() != 1) {
            throw FormRefused.at("person", named.isEmpty() ? "guest.person.unknown" : "guest.person.several");
        }
        return rights.give(
                new Rights.Wanted(
                        lead.municipality(), named.get(0).account(), invitation.workshop(), null, invitation.until()),
                lead.user());
    }

    /** @throws Gone if nobody has such a right on a workshop of the measure */
    void withdraw(String number, UUID id) {
        Lead lead = deciding(number);
        Set<UUID> ids = open(lead).stream().map(OpenWorkshop::id).collect(Collectors.toSet());
        boolean there = rights.in(lead.municipality()).stream()
                .anyMatch(right -> right.id().equals(id) && ids.contains(right.workshop()));
        if (!there) {
            throw new Gone();
        }
        rights.withdraw(lead.municipality(), id, lead.user());
    }

    /** Somebody of the department that leads a measure. */
    private record Lead(String municipality, String number, String user, boolean decides) {}

    private Lead deciding(String number) {
        Lead lead = lead(number);
        if (!lead.decides()) {
            throw new NotYours();
        }
        return lead;
    }

    private Lead lead(String number) {
        Login who = visitors.current().orElseThrow(Gone::new);
        if (who.tenants().size() != 1) {
            throw new Gone();
        }
        String municipality = who.tenants().get(0);
        return measures.visibleTo(municipality, number, departments.departmentsOf(municipality, who.groups()), false)
                .filter(row -> LEAD.equals(row.role()))
                .map(row -> new Lead(municipality, number, who.user(), decides(who, municipality, row.lead())))
                .orElseThrow(Gone::new);
    }

    private boolean decides(Login who, String municipality, String lead) {
        String heads = municipality + "-" + departments.currentOf(municipality, lead) + HEAD;
        return who.groups().contains(heads)
                || Role.of(who.groups(), who.tenants()).contains(Role.MANAGER);
    }

    private List<OpenWorkshop> open(Lead lead) {
        return workshops.open(lead.municipality()).stream()
                .filter(workshop -> workshop.measure().equals(lead.number()))
                .toList();
    }

    /** There is no such thing, or not for the reader. */
    static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** The reader sees it and may not change it. */
    static final class NotYours extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
