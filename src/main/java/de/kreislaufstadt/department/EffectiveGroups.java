package de.kreislaufstadt.department;

import de.kreislaufstadt.process.StandIns;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Groups as they act today: departments have successors, and people have deputies. */
@Component
class EffectiveGroups implements StandIns {

    private final DeputyRegister register;
    private final Cities cities;
    private final Clock clock;

    EffectiveGroups(DeputyRegister register, Cities cities, Clock clock) {
        this.register = register;
        this.cities = cities;
        this.clock = clock;
    }

    @Override
    public List<String> groupsToday(String user, List<String> own, List<String> municipalities) {
        Set<String> groups = new LinkedHashSet<>(own);
        groups.addAll(ofToday(user, own, municipalities, register.current(), LocalDate.now(clock)));
        return new ArrayList<>(groups);
    }

    /** @return the groups of departments whose tasks somebody may do on a day, by what a copy of the deputyships says */
    Set<String> of(String user, List<String> municipalities, DeputyRegister.Copy copy, LocalDate day) {
        return ofToday(user, copy.groupsOf(user), municipalities, copy, day);
    }

    private Set<String> ofToday(
            String user, List<String> own, List<String> municipalities, DeputyRegister.Copy copy, LocalDate day) {
        Set<String> groups = new LinkedHashSet<>();
        for (String municipality : municipalities) {
            // An account may belong to a tenant that no file describes, e.g. one that an administrator has made.
            cities.find(municipality).ifPresent(city -> groups.addAll(withPredecessors(city, own, day)));
        }
        copy.actingOn(day)
                .filter(deputyship -> deputyship.deputyBy().equals(user)
                        && municipalities.contains(deputyship.municipality())
                        && own.contains(Groups.staff(deputyship.municipality())))
                .forEach(deputyship -> groups.addAll(granted(deputyship, copy, day)));
        return groups;
    }

    @Override
    public Optional<String> onBehalfOf(String user, String group, String holder) {
        LocalDate today = LocalDate.now(clock);
        DeputyRegister.Copy copy = register.current();
        List<Deputyship> acting = copy.actingOn(today)
                .filter(deputyship -> deputyship.deputyBy().equals(user)
                        && granted(deputyship, copy, today).contains(group))
                .toList();
        if (acting.isEmpty()) {
            return Optional.empty();
        }
        if (holder != null && !holder.equals(user)) {
            return acting.stream()
                    .map(Deputyship::inPlaceOf)
                    .filter(holder::equals)
                    .findFirst();
        }
        String municipality = acting.get(0).municipality();
        boolean own = withPredecessors(cities.get(municipality), copy.groupsOf(user), today)
                .contains(group);
        return own ? Optional.empty() : Optional.of(acting.get(0).inPlaceOf());
    }

    @Override
    public List<String> deputiesOf(String user, String group) {
        LocalDate today = LocalDate.now(clock);
        DeputyRegister.Copy copy = register.current();
        return copy.actingOn(today)
                .filter(deputyship -> deputyship.inPlaceOf().equals(user)
                        && granted(deputyship, copy, today).contains(group))
                .map(Deputyship::deputyBy)
                .distinct()
                .toList();
    }

    /** @return the groups a deputyship gives on a day; those of accounts, never those of other deputyships */
    Set<String> granted(Deputyship deputyship, DeputyRegister.Copy copy, LocalDate day) {
        City city = cities.get(deputyship.municipality());
        Collection<String> own = deputyship.headOf() == null
                ? copy.groupsOf(deputyship.absentBy())
                : List.of(Groups.head(city.id(), deputyship.headOf()));
        Set<String> groups = new LinkedHashSet<>();
        for (String group : withPredecessors(city, own, day)) {
            Groups.Department department = Groups.departmentOf(city.id(), group);
            if ((deputyship.withHead() || !department.head()) && covers(deputyship, department.key(), city, day)) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** The scope follows the successor like everything else. */
    private static boolean covers(Deputyship deputyship, String department, City city, LocalDate day) {
        return deputyship.departments().isEmpty()
                || deputyship.departments().stream()
                        .flatMap(key -> Stream.of(key, city.currentOf(key, day)))
                        .anyMatch(department::equals);
    }

    /** @return those of the groups that stand for departments, and the same for all departments whose work theirs goes on with */
    private static Set<String> withPredecessors(City city, Collection<String> own, LocalDate day) {
        Set<String> groups = new LinkedHashSet<>();
        for (String unit : city.units().keySet()) {
            boolean member = own.contains(Groups.department(city.id(), unit));
            boolean head = own.contains(Groups.head(city.id(), unit));
            if (member || head) {
                for (String inherited : city.inheritedBy(unit, day)) {
                    if (member) {
                        groups.add(Groups.department(city.id(), inherited));
                    }
                    if (head) {
                        groups.add(Groups.head(city.id(), inherited));
                    }
                }
            }
        }
        return groups;
    }
}
