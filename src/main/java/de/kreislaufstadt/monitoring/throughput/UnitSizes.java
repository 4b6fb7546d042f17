package de.kreislaufstadt.monitoring.throughput;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.DepartmentDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How many people work in each department, looked up every ten minutes at most. */
@Component
class UnitSizes {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final DepartmentDirectory departments;
    private final Clock clock;
    private final Map<String, Sizes> known = new ConcurrentHashMap<>();

    UnitSizes(Accounts accounts, DepartmentDirectory departments, Clock clock) {
        this.accounts = accounts;
        this.departments = departments;
        this.clock = clock;
    }

    /** @return number of people by key of the department; departments without people are missing */
    Map<String, Integer> of(String municipality) {
        Instant now = clock.instant();
        return known.compute(
                        municipality,
                        (key, before) -> before != null
                                        && !before.at().isAfter(now)
                                        && before.at().plus(REMEMBERED).isAfter(now)
                                ? before
                                : new Sizes(count(municipality), now))
                .people();
    }

    private Map<String, Integer> count(String municipality) {
        Map<String, Integer> people = new HashMap<>();
        accounts.people(municipality)
                .forEach(person -> departments
                        .departmentsOf(municipality, person.groups())
                        .forEach(department -> people.merge(department, 1, Integer::sum)));
        return Map.copyOf(people);
    }

    private record Sizes(Map<String, Integer> people, Instant at) {}
}
