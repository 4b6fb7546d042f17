package de.kreislaufstadt.department;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the files of the municipalities at every start, before a request is answered, and every day. All files are
 * checked first; then all are applied in one transaction under a lock of the database, since several nodes may start at
 * once.
 */
@Component
@EnableConfigurationProperties(DepartmentSettings.class)
@EnableScheduling
class MunicipalityFiles implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MunicipalityFiles.class);

    /** Any number that no other lock of this application uses. */
    private static final long LOCK = 5_515_000_001L;

    private final DepartmentSettings settings;
    private final ResourceLoader resources;
    private final Steps steps;
    private final Provisioning provisioning;
    private final Cities cities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MunicipalityFiles(
            DepartmentSettings settings,
            ResourceLoader resources,
            Steps steps,
            Provisioning provisioning,
            Cities cities,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.settings = settings;
        this.resources = resources;
        this.steps = steps;
        this.provisioning = provisioning;
        this.cities = cities;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.municipalities().isEmpty()) {
            LOG.warn("Keine Kommune angegeben: kreislaufstadt.municipalities nennt die Dateien der Kommunen.");
            return;
        }
        apply(settings.municipalities());
    }

    /** Units begin and end with a day, and their people and tasks follow: what held yesterday is looked at again. */
    @Scheduled(cron = "0 5 0 * * *", zone = "Europe/Berlin")
    void applyForTheNewDay() {
        try {
            apply(settings.municipalities());
        } catch (MunicipalityFileRefused e) {
            LOG.error("{} Bis das behoben ist, gilt der Stand von gestern.", e.getMessage());
        }
    }

    /** @throws MunicipalityFileRefused if one of the files is wrong; then none is applied */
    void apply(List<String> locations) {
        LocalDate today = LocalDate.now(clock);
        List<Declared> all = read(locations, today);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
            all.forEach(declared -> provisioning.apply(declared.city(), declared.people(), today));
        });
        cities.forget();
        all.forEach(declared -> LOG.info(
                "{} gilt: {} Abteilungen, {} Personen ({})",
                declared.city().name(),
                declared.city().units().size(),
                declared.people().size(),
                declared.location()));
        all.forEach(declared -> warnOfIdleUnits(declared, today));
    }

    /** Forms offer every unit, and a task of one without people would wait where nobody sees it. */
    private static void warnOfIdleUnits(Declared declared, LocalDate today) {
        City city = declared.city();
        Set<String> working = new HashSet<>();
        Set<String> led = new HashSet<>();
        for (MunicipalityFile.Person person : declared.people()) {
            String unit = city.currentOf(person.department(), today);
            working.add(unit);
            if (person.head()) {
                led.add(unit);
            }
        }
        warn(city, today, working, "{}: ohne Personen, ihre Aufgaben sieht niemand: {}");
        warn(city, today, led, "{}: ohne Leitung, können deshalb keine Maßnahme federführend tragen: {}");
    }

    private static void warn(City city, LocalDate today, Set<String> staffed, String message) {
        String others = city.units().values().stream()
                .filter(unit -> unit.isValidOn(today) && !staffed.contains(unit.key()))
                .map(City.Unit::key)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            LOG.warn(message, city.name(), others);
        }
    }

    private List<Declared> read(List<String> locations, LocalDate today) {
        MunicipalityFileReader reader = new MunicipalityFileReader();
        List<Declared> all = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (String location : locations) {
            MunicipalityFile file = reader.read(location, resource(location));
            City city = new MunicipalityFileCheck(location, file, steps, today).city();
            refuseSecond(owners, "municipality.id " + city.id(), location);
            file.people().forEach(person -> refuseSecond(owners, "people (" + person.id() + ")", location));
            all.add(new Declared(location, city, file.people()));
        }
        return all;
    }

    /** Ids of municipalities and people are known to the engine without their file, so two files must not share one. */
    private static void refuseSecond(Map<String, String> owners, String id, String location) {
        String first = owners.putIfAbsent(id, location);
        if (first != null) {
            throw new MunicipalityFileRefused(location, id, "steht auch in " + first);
        }
    }

    /** A location without scheme is a file of the operator, relative to the working directory. */
    private Resource resource(String location) {
        return location.matches("[a-z]{2,}:.*") ? resources.getResource(location) : new FileSystemResource(location);
    }

    private record Declared(String location, City city, List<MunicipalityFile.Person> people) {}
}
