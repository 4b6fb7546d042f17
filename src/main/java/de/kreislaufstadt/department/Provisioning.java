package de.kreislaufstadt.department;

import de.kreislaufstadt.process.Accounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings tables, tenant, groups and accounts to what the file of a municipality says. */
@Component
class Provisioning {

    private final CityTable table;
    private final DeclaredAccountTable declared;
    private final Accounts accounts;
    private final DepartmentSettings settings;
    private final ClaimedGroups claimed;

    Provisioning(
            CityTable table,
            DeclaredAccountTable declared,
            Accounts accounts,
            DepartmentSettings settings,
            ClaimedGroups claimed) {
        this.table = table;
        this.declared = declared;
        this.accounts = accounts;
        this.settings = settings;
        this.claimed = claimed;
    }

    /**
     * After its last day a municipality has no people: nobody signs in to it, and its data stays.
     *
     * @return whether the municipality, its units or its settings are others than before
     */
    boolean apply(City city, List<MunicipalityFile.Person> named, MunicipalityFile.SignIn signIn, LocalDate today) {
        boolean ended = city.hasEndedBy(today);
        List<MunicipalityFile.Person> people = ended ? List.of() : named;
        boolean changed = table.save(city, today);
        accounts.ensureTenant(city.id(), city.name());
        ensureGroups(city);
        people.forEach(person -> {
            accounts.ensurePerson(
                    city.id(), person.id(), person.name(), groups(city, person, today), settings.initialPassword());
            accounts.reachAt(person.id(), person.mail());
        });
        removePeopleMissingIn(people, city);
        claimed.save(city.id(), ended ? new MunicipalityFile.SignIn(null) : signIn);
        if (ended) {
            accounts.people(city.id()).forEach(person -> accounts.removePerson(city.id(), person.user()));
        }
        return changed;
    }

    /** @return those of the ids that files of other municipalities have declared */
    Set<String> accountsOfOthers(String municipality, Set<String> ids) {
        return declared.elsewhere(municipality, ids);
    }

    private void ensureGroups(City city) {
        String id = city.id();
        accounts.ensureGroup(
                id,
                Groups.staff(id),
                city.name() + ": Beschäftigte",
                city.association() ? Accounts.Kind.OFFICE_STAFF : Accounts.Kind.STAFF);
        accounts.ensureGroup(id, Groups.managers(id), city.name() + ": Führungskräfte", Accounts.Kind.MANAGERS);
        accounts.ensureGroup(id, Groups.monitors(id), city.name() + ": Beobachtung", Accounts.Kind.MONITORS);
        accounts.ensureGroup(id, Groups.auditors(id), city.name() + ": Prüfung", Accounts.Kind.AUDITORS);
        city.units().values().forEach(unit -> {
            accounts.ensureGroup(id, Groups.department(id, unit.key()), unit.name(), Accounts.Kind.DEPARTMENT);
            accounts.ensureGroup(
                    id, Groups.head(id, unit.key()), "Leitung " + unit.name(), Accounts.Kind.DEPARTMENT_HEAD);
        });
    }

    /** Members of a unit are also in the groups of the units it succeeds, so that open tasks follow the successor. */
    private static List<String> groups(City city, MunicipalityFile.Person person, LocalDate today) {
        List<String> groups = new ArrayList<>();
        if (!person.onlyLooks()) {
            for (String department : city.inheritedBy(person.department(), today)) {
                groups.add(Groups.department(city.id(), department));
                if (person.head()) {
                    groups.add(Groups.head(city.id(), department));
                }
            }
            groups.add(Groups.staff(city.id()));
        }
        if (person.manager()) {
            groups.add(Groups.managers(city.id()));
        }
        if (person.monitor()) {
            groups.add(Groups.monitors(city.id()));
        }
        if (person.auditor()) {
            groups.add(Groups.auditors(city.id()));
        }
        return groups;
    }

    private void removePeopleMissingIn(List<MunicipalityFile.Person> people, City city) {
        Set<String> named = people.stream().map(MunicipalityFile.Person::id).collect(Collectors.toSet());
        declared.of(city.id()).stream()
                .filter(account -> !named.contains(account))
                .forEach(account -> accounts.removePerson(city.id(), account));
        declared.save(city.id(), named);
    }
}
