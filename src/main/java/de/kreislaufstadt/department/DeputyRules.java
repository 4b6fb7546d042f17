package de.kreislaufstadt.department;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Deputies.NewDeputy;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What a deputyship must not be. Problems are collected as far as they do not depend on each other. */
final class DeputyRules {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final DeputyPeople people;
    private final City city;
    private final LocalDate today;
    private final List<Deputyship> others;

    /** @param others all that hold today or later, also of other municipalities */
    DeputyRules(DeputyPeople people, City city, LocalDate today, List<Deputyship> others) {
        this.people = people;
        this.city = city;
        this.today = today;
        this.others = others.stream()
                .filter(other -> !other.lastDay().isBefore(today))
                .toList();
    }

    /** @throws de.kreislaufstadt.form.FormRefused if a rule is broken */
    Deputyship checked(NewDeputy wanted, Login who) {
        Problems problems = new Problems();
        checkAbsent(wanted, who, problems);
        checkDeputy(wanted, problems);
        LocalDate from = day(wanted.from(), "from", problems);
        LocalDate until = day(wanted.until(), "until", problems);
        if (from != null) {
            problems.check(!from.isBefore(today), "from", "deputy.startInPast", DAY.format(today));
        }
        if (from != null && until != null) {
            problems.check(!until.isBefore(from), "until", "deputy.endBeforeStart", DAY.format(from));
        }
        problems.check(
                wanted.place() == null || wanted.place() == Deputyship.FIRST || wanted.place() == Deputyship.SECOND,
                "place",
                "deputy.place");
        problems.throwIfAny();
        Deputyship deputyship = new Deputyship(
                UUID.randomUUID(),
                city.id(),
                wanted.headOf() == null ? wanted.absent() : null,
                wanted.headOf(),
                wanted.deputy(),
                from,
                until,
                wanted.place() == null ? Deputyship.FIRST : wanted.place(),
                wanted.departments().stream().distinct().toList(),
                wanted.headOf() != null || Boolean.TRUE.equals(wanted.withHead()));
        checkScope(deputyship);
        checkOthers(deputyship);
        return deputyship;
    }

    private void checkAbsent(NewDeputy wanted, Login who, Problems problems) {
        boolean role = wanted.headOf() != null;
        if (role == (wanted.absent() != null)) {
            problems.check(false, "absent", "deputy.absentRequired");
        } else if (role) {
            boolean known = city.units().containsKey(wanted.headOf());
            problems.check(known && people.mayNameForRole(who, wanted.headOf()), "headOf", "deputy.notYourRole");
        } else {
            boolean known = people.has(wanted.absent());
            problems.check(known, "absent", "deputy.unknownPerson", city.name());
            problems.check(!known || people.mayNameFor(who, wanted.absent()), "absent", "deputy.notYourPerson");
        }
    }

    private void checkDeputy(NewDeputy wanted, Problems problems) {
        String deputy = wanted.deputy();
        if (deputy == null || deputy.isBlank()) {
            problems.check(false, "deputy", "deputy.deputyRequired");
            return;
        }
        if (deputy.equals(wanted.absent())) {
            problems.check(false, "deputy", "deputy.self");
            return;
        }
        // The same words for people of other municipalities and for nobody: who works elsewhere is not told.
        problems.check(people.canBeChosen(deputy), "deputy", "deputy.unknownPerson", city.name());
        problems.check(
                wanted.headOf() == null || !people.ledBy(deputy).contains(wanted.headOf()),
                "deputy",
                "deputy.headAlready",
                people.nameOf(deputy));
    }

    private static LocalDate day(String text, String field, Problems problems) {
        if (text == null || text.isBlank()) {
            problems.check(false, field, "deputy.dayRequired");
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            boolean usual = day.getYear() >= 2000 && day.getYear() < 2100;
            problems.check(usual, field, "deputy.noDay");
            return usual ? day : null;
        } catch (DateTimeParseException e) {
            problems.check(false, field, "deputy.noDay");
            return null;
        }
    }

    private void checkScope(Deputyship deputyship) {
        boolean role = deputyship.headOf() != null;
        List<String> possible = role ? List.of(deputyship.headOf()) : people.departmentsOf(deputyship.absentBy());
        new Problems()
                .check(possible.containsAll(deputyship.departments()), "departments", "deputy.otherDepartment")
                .check(
                        role
                                || !deputyship.withHead()
                                || !people.ledBy(deputyship.absentBy()).isEmpty(),
                        "withHead",
                        "deputy.notHead")
                .throwIfAny();
    }

    private void checkOthers(Deputyship wanted) {
        new Problems()
                .check(
                        !any(
                                wanted,
                                other -> other.isFor(wanted) && other.deputyBy().equals(wanted.deputyBy())),
                        "deputy",
                        "deputy.duplicate",
                        people.nameOf(wanted.deputyBy()))
                .throwIfAny();
        new Problems()
                .check(
                        wanted.place() == Deputyship.FIRST
                                || any(wanted, other -> other.isFor(wanted) && other.place() == Deputyship.FIRST),
                        "place",
                        "deputy.noFirst")
                .throwIfAny();
        checkCircle(wanted);
        checkNesting(wanted);
    }

    private void checkCircle(Deputyship wanted) {
        boolean circle = any(
                wanted,
                other -> wanted.deputyBy().equals(other.absentBy())
                        && other.deputyBy().equals(wanted.absentBy()));
        new Problems()
                .check(!circle, "deputy", "deputy.circle", people.nameOf(wanted), people.nameOf(wanted.deputyBy()))
                .throwIfAny();
    }

    /** A deputyship is not passed on: the deputy's own deputies get nothing of it, so nobody would be there. */
    private void checkNesting(Deputyship wanted) {
        others.stream()
                .filter(other -> other.overlaps(wanted) && wanted.deputyBy().equals(other.absentBy()))
                .findFirst()
                .ifPresent(away -> new Problems()
                        .check(
                                false,
                                "deputy",
                                "deputy.awayThemselves",
                                people.nameOf(wanted.deputyBy()),
                                people.nameOf(away.deputyBy()))
                        .throwIfAny());
        others.stream()
                .filter(other -> other.overlaps(wanted)
                        && other.deputyBy().equals(wanted.absentBy())
                        && !any(
                                wanted,
                                second -> second.isFor(other)
                                        && !second.deputyBy().equals(other.deputyBy())))
                .findFirst()
                .ifPresent(needed -> new Problems()
                        .check(false, "absent", "deputy.neededThemselves", people.nameOf(wanted), people.nameOf(needed))
                        .throwIfAny());
    }

    private boolean any(Deputyship wanted, Predicate<Deputyship> condition) {
        return others.stream().anyMatch(other -> other.overlaps(wanted) && condition.test(other));
    }
}
