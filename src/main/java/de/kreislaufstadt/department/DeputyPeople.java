package de.kreislaufstadt.department;

import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Accounts.Person;
import de.kreislaufstadt.process.Deputies.Absent;
import de.kreislaufstadt.process.Deputies.Candidate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The people of a municipality as deputies are named among them: who may name one for whom, and who can be named. */
final class DeputyPeople {

    private final City city;
    private final LocalDate today;
    private final Map<String, Person> people;
    private final UnaryOperator<String> otherNames;
    private final Predicate<String> hidden;

    private DeputyPeople(
            City city,
            LocalDate today,
            List<Person> people,
            UnaryOperator<String> otherNames,
            Predicate<String> hidden) {
        this.city = city;
        this.today = today;
        this.otherNames = otherNames;
        this.hidden = hidden;
        // Without a group of the city nobody works for it, e.g. who has left.
        this.people = people.stream()
                .filter(person -> person.groups().contains(Groups.staff(city.id())))
                .collect(Collectors.toMap(Person::user, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    static DeputyPeople of(City city, LocalDate today, Accounts accounts) {
        return of(city, today, accounts, user -> false);
    }

    /** @param hidden whose data is restricted (Art. 18 DSGVO): nobody may choose them */
    static DeputyPeople of(City city, LocalDate today, Accounts accounts, Predicate<String> hidden) {
        return new DeputyPeople(city, today, accounts.people(city.id()), accounts::nameOf, hidden);
    }

    boolean has(String user) {
        return people.containsKey(user);
    }

    boolean canBeChosen(String user) {
        return has(user) && !hidden.test(user);
    }

    String nameOf(String user) {
        return Optional.ofNullable(people.get(user)).map(Person::name).orElseGet(() -> otherNames.apply(user));
    }

    String nameOf(Deputyship deputyship) {
        return deputyship.headOf() == null ? nameOf(deputyship.absentBy()) : roleOf(deputyship.headOf());
    }

    String roleOf(String department) {
        return "Leitung " + nameOfUnit(department);
    }

    String nameOfUnit(String key) {
        return Optional.ofNullable(city.units().get(key)).map(City.Unit::name).orElse(key);
    }

    /** @return departments whose members or heads the person is, their own first known */
    List<String> departmentsOf(String user) {
        return unitsOf(user, false);
    }

    List<String> ledBy(String user) {
        return unitsOf(user, true);
    }

    private List<String> unitsOf(String user, boolean onlyLed) {
        List<String> groups = people.containsKey(user) ? people.get(user).groups() : List.of();
        return city.units().keySet().stream()
                .filter(key -> groups.contains(Groups.head(city.id(), key))
                        || !onlyLed && groups.contains(Groups.department(city.id(), key)))
                .toList();
    }

    /** Oneself; and people of a department one leads, or belongs to as a manager. */
    boolean mayNameFor(Login who, String absent) {
        boolean manager = who.groups().contains(Groups.managers(city.id()));
        return who.user().equals(absent)
                || departmentsOf(absent).stream()
                        .anyMatch(key -> isHead(who, key)
                                || manager && departmentsOf(who.user()).contains(key));
    }

    boolean mayNameForRole(Login who, String department) {
        return isHead(who, department);
    }

    boolean mayNameFor(Login who, Deputyship deputyship) {
        return deputyship.headOf() == null
                ? mayNameFor(who, deputyship.absentBy())
                : mayNameForRole(who, deputyship.headOf());
    }

    private boolean isHead(Login who, String department) {
        return who.groups().contains(Groups.head(city.id(), department));
    }

    /** @return whom the person may name a deputy for: first themselves, then the roles they hold, then others */
    List<Absent> absentFor(Login who) {
        List<Absent> all = new ArrayList<>();
        if (has(who.user())) {
            all.add(person(who.user(), true));
        }
        city.units().keySet().stream()
                .filter(key -> mayNameForRole(who, key) && city.units().get(key).isValidOn(today))
                .forEach(key -> all.add(new Absent(null, key, roleOf(key), false, true, options(List.of(key)))));
        people.keySet().stream()
                .filter(user -> !user.equals(who.user()) && canBeChosen(user) && mayNameFor(who, user))
                .forEach(user -> all.add(person(user, false)));
        return all;
    }

    private Absent person(String user, boolean self) {
        return new Absent(user, null, nameOf(user), self, !ledBy(user).isEmpty(), options(departmentsOf(user)));
    }

    private List<Option> options(List<String> departments) {
        return departments.stream().map(key -> new Option(key, nameOfUnit(key))).toList();
    }

    /** @return everybody who can be named, by name */
    List<Candidate> candidates() {
        return people.values().stream()
                .filter(person -> canBeChosen(person.user()))
                .map(person -> new Candidate(
                        person.user(),
                        person.name(),
                        departmentsOf(person.user()).stream()
                                .filter(key -> city.units().get(key).isValidOn(today))
                                .findFirst()
                                .map(this::nameOfUnit)
                                .orElse("")))
                .toList();
    }
}
