package de.kreislaufstadt.department;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers from the municipalities in memory. */
@Component
class MailboxDirectory implements Mailboxes {

    private final Cities cities;
    private final Clock clock;

    MailboxDirectory(Cities cities, Clock clock) {
        this.cities = cities;
        this.clock = clock;
    }

    @Override
    public Optional<Owner> ownerOf(String municipality, String group) {
        City city = cities.get(municipality);
        return city.units().keySet().stream()
                .flatMap(key -> owner(city, key, group).stream())
                .findFirst();
    }

    private Optional<Owner> owner(City city, String key, String group) {
        boolean heads = group.equals(Groups.head(city.id(), key));
        return heads || group.equals(Groups.department(city.id(), key))
                ? Optional.of(new Owner(city.currentOf(key, today()), heads))
                : Optional.empty();
    }

    @Override
    public Optional<String> mailboxOf(String municipality, String department) {
        return Optional.ofNullable(cities.get(municipality).units().get(department))
                .map(City.Unit::mailbox);
    }

    @Override
    public boolean isMailbox(String municipality, String address) {
        return cities.get(municipality).units().values().stream()
                .anyMatch(unit -> address.equalsIgnoreCase(unit.mailbox()));
    }

    @Override
    public List<String> headedBy(String municipality, List<String> groups) {
        return cities.get(municipality).units().values().stream()
                .filter(unit -> unit.isValidOn(today()) && groups.contains(Groups.head(municipality, unit.key())))
                .sorted(Comparator.comparing(City.Unit::name))
                .map(City.Unit::key)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
