package de.kreislaufstadt.department;

import de.kreislaufstadt.department.VersionTable.Version;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Lifecycles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes files of municipalities hold, wherever they come from: checks what reaches beyond one file, brings the database and
 * the engine to what it says, and remembers it as a version if it says something new. Called in a transaction, under
 * {@link #lock()}.
 */
@Component
class MunicipalityRegister {

    /** Any number that no other lock of this application uses. */
    private static final long LOCK = 5_515_000_001L;

    /** Shape of the ids of accounts that an identity provider vouches for; no file may name one. */
    private static final String PROVIDED = "p-[a-z2-7]{16}";

    private final Provisioning provisioning;
    private final VersionTable versions;
    private final MunicipalityFileWriter writer = new MunicipalityFileWriter();
    private final Accounts accounts;
    private final Lifecycles lifecycles;
    private final Steps steps;
    private final JdbcClient jdbc;
    private final Cities cities;
    private final AssociationRegister associations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MunicipalityRegister(
            Provisioning provisioning,
            VersionTable versions,
            Accounts accounts,
            Lifecycles lifecycles,
            Steps steps,
            JdbcClient jdbc,
            Cities cities,
            AssociationRegister associations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.provisioning = provisioning;
        this.versions = versions;
        this.accounts = accounts;
        this.lifecycles = lifecycles;
        this.steps = steps;
        this.jdbc = jdbc;
        this.cities = cities;
        this.associations = associations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Where a version comes from.
     *
     * @param location configured file; null = the page
     * @param restores number of the version that is to hold again; null = none
     * @param by engine user id; null with a location
     */
    record Origin(String location, Integer restores, String by) {

        static Origin configured(String location) {
            return new Origin(location, null, null);
        }
    }

    /** A file that may be applied. */
    record Checked(String location, MunicipalityFile file, City city) {}

    /** Several nodes may start at once, and several administrators work at once: one after the other, until the commit. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }

    /** @throws MunicipalityFileRefused if the file alone is wrong, or names somebody else's account */
    Checked check(String location, MunicipalityFile file) {
        City city = new MunicipalityFileCheck(location, file, steps, today()).city();
        refuseOtherKind(location, city);
        if (city.association()) {
            refuseSecondAssociation(location, file.association());
        }
        refuseForeignPeople(location, city.id(), file.people());
        return new Checked(location, file, city);
    }

    /**
     * @throws MunicipalityFileRefused if the municipality is to end while measures run
     * @return number of the version that holds now
     */
    int apply(Checked checked, Origin origin) {
        City city = checked.city();
        Optional<Version> held = versions.latest(city.id());
        if (city.validUntil() != null) {
            refuseEndOfRunning(checked, held);
        }
        if (provisioning.apply(city, checked.file().people(), checked.file().signIn(), today())) {
            // Whoever hears of it asks anew; other nodes and threads may still answer from memory until the commit.
            cities.forget();
            events.publishEvent(new MunicipalityApplied(city.id()));
        }
        if (city.association()) {
            associations.apply(checked.file().association().declared());
        }
        if (held.isPresent() && versions.file(city.id(), held.get()).equals(checked.file())) {
            return held.get().number();
        }
        int number = held.map(Version::number).orElse(0) + 1;
        String content = writer.write(checked.file().withPeople(List.of()));
        versions.add(
                new Version(number, content, origin.location(), origin.restores(), origin.by(), clock.instant()),
                checked.file(),
                today());
        return number;
    }

    /** Decided once, an end stays: measures that ran before are over, and no new ones are begun. */
    private void refuseEndOfRunning(Checked checked, Optional<Version> held) {
        boolean known = held.map(version -> versions.file(checked.city().id(), version))
                .map(file -> checked.city().validUntil().equals(file.tenant().validUntil()))
                .orElse(false);
        List<String> running =
                known ? List.of() : lifecycles.running(checked.city().id());
        if (!running.isEmpty()) {
            throw new MunicipalityFileRefused(
                    checked.location(),
                    (checked.city().association() ? "association" : "municipality") + ".validUntil",
                    "die Kommune kann nicht enden, solange Maßnahmen laufen (%d: %s)"
                            .formatted(running.size(), String.join(", ", running)));
        }
    }

    /** A city never becomes the association, nor the other way: what lies there would not fit. */
    private void refuseOtherKind(String location, City city) {
        Optional<City> held = cities.find(city.id());
        if (held.isPresent() && held.get().association() != city.association()) {
            throw city.association()
                    ? new MunicipalityFileRefused(
                            location,
                            "association.id",
                            "„%s“ ist schon die Kennung einer Kommune (%s)"
                                    .formatted(city.id(), held.get().name()))
                    : new MunicipalityFileRefused(
                            location,
                            "municipality.id",
                            "„%s“ ist schon die Kennung des Verbunds (%s)"
                                    .formatted(city.id(), held.get().name()));
        }
    }

    private void refuseSecondAssociation(String location, AssociationFile file) {
        cities.association().filter(id -> !id.equals(file.id())).ifPresent(id -> {
            throw new MunicipalityFileRefused(
                    location,
                    "association",
                    "es gibt schon einen Verbund: %s (%s)"
                            .formatted(cities.get(id).name(), id));
        });
        associations.obstacle(file.declared()).ifPresent(obstacle -> {
            throw new MunicipalityFileRefused(location, obstacle.place(), obstacle.reason());
        });
    }

    /** Accounts are known to the engine without their city: a file could make somebody else's people its own. */
    private void refuseForeignPeople(String location, String municipality, List<MunicipalityFile.Person> people) {
        Set<String> ids = people.stream().map(MunicipalityFile.Person::id).collect(Collectors.toSet());
        Set<String> foreign = new HashSet<>(provisioning.accountsOfOthers(municipality, ids));
        Map<String, List<String>> groups = ids.isEmpty() ? Map.of() : accounts.groupsOf(ids);
        groups.forEach((id, names) -> {
            if (names.stream().anyMatch(group -> !group.startsWith(municipality + "-"))) {
                foreign.add(id);
            }
        });
        for (int i = 0; i < people.size(); i++) {
            String id = people.get(i).id();
            if (foreign.contains(id) || id.matches(PROVIDED)) {
                throw new MunicipalityFileRefused(
                        location,
                        "people[" + i + "] (" + id + ").id",
                        "diese Kennung gehört zu einem Zugang außerhalb dieser Kommune");
            }
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
