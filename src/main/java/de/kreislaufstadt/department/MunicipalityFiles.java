package de.kreislaufstadt.department;

import de.kreislaufstadt.process.EveryNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the files of the municipalities at every start, before a request is answered, and every day. All files are
 * checked first; then all are applied in one transaction under a lock of the database, since several nodes may start at
 * once. Municipalities that no file declares belong to the page Verwaltung and hold as they were applied there last.
 */
@Component
@EnableConfigurationProperties(DepartmentSettings.class)
class MunicipalityFiles implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MunicipalityFiles.class);

    private final DepartmentSettings settings;
    private final ResourceLoader resources;
    private final MunicipalityRegister register;
    private final VersionTable versions;
    private final Cities cities;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, String> configured = new ConcurrentHashMap<>();

    MunicipalityFiles(
            DepartmentSettings settings,
            ResourceLoader resources,
            MunicipalityRegister register,
            VersionTable versions,
            Cities cities,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.settings = settings;
        this.resources = resources;
        this.register = register;
        this.versions = versions;
        this.cities = cities;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.municipalities().isEmpty() && cities.ids().isEmpty()) {
            LOG.warn("Noch keine Kommune: kreislaufstadt.municipalities nennt Dateien von Kommunen, oder die"
                    + " Administration legt sie auf der Seite Verwaltung an.");
        }
        apply(settings.municipalities());
        applyThoseOfThePage();
    }

    /** Units begin and end with a day, and their people and tasks follow: what held yesterday is looked at again. */
    @EveryNode
    @Scheduled(cron = "0 5 0 * * *", zone = "Europe/Berlin")
    void applyForTheNewDay() {
        try {
            apply(settings.municipalities());
        } catch (MunicipalityFileRefused e) {
            LOG.error("{} Bis das behoben ist, gilt der Stand von gestern.", e.getMessage());
        }
        applyThoseOfThePage();
    }

    /** @return configured file by the municipality that belongs to it and not to the page, as last applied by this node */
    Map<String, String> configured() {
        return Map.copyOf(configured);
    }

    /** What no configured file declares belongs to the page; one that does not hold any more keeps its state of yesterday. */
    private void applyThoseOfThePage() {
        for (String id : cities.ids()) {
            if (!configured.containsKey(id)) {
                try {
                    transaction.executeWithoutResult(status -> applyAgain(id));
                } catch (MunicipalityFileRefused e) {
                    LOG.error(
                            "{} Bis das auf der Seite Verwaltung behoben ist, gilt der Stand von gestern.",
                            e.getMessage());
                }
            }
        }
        cities.forget();
    }

    private void applyAgain(String municipality) {
        register.lock();
        versions.latest(municipality).ifPresent(version -> {
            MunicipalityFile file = versions.file(municipality, version);
            register.apply(
                    register.check(municipality, file),
                    new MunicipalityRegister.Origin(version.location(), null, version.appliedBy()));
        });
    }

    /** @throws MunicipalityFileRefused if one of the files is wrong; then none is applied */
    void apply(List<String> locations) {
        LocalDate today = LocalDate.now(clock);
        List<MunicipalityRegister.Checked> all = read(locations);
        transaction.executeWithoutResult(status -> {
            register.lock();
            all.forEach(
                    declared -> register.apply(declared, MunicipalityRegister.Origin.configured(declared.location())));
        });
        configured.clear();
        all.forEach(declared -> configured.put(declared.city().id(), declared.location()));
        cities.forget();
        all.forEach(declared -> LOG.info(
                "{} gilt: {} Abteilungen, {} Personen ({})",
                declared.city().name(),
                declared.city().units().size(),
                declared.file().people().size(),
                declared.location()));
        all.forEach(declared -> warnOfIdleUnits(declared, today));
    }

    /** Forms offer every unit, and a task of one without people would wait where nobody sees it. */
    private static void warnOfIdleUnits(MunicipalityRegister.Checked declared, LocalDate today) {
        City city = declared.city();
        Set<String> working = new HashSet<>();
        Set<String> led = new HashSet<>();
        for (MunicipalityFile.Person person : declared.file().people()) {
            if (person.onlyLooks()) {
                continue;
            }
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

    private List<MunicipalityRegister.Checked> read(List<String> locations) {
        MunicipalityFileReader reader = new MunicipalityFileReader();
        List<MunicipalityRegister.Checked> all = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (String location : locations) {
            MunicipalityRegister.Checked checked = register.check(location, reader.read(location, resource(location)));
            boolean association = checked.city().association();
            String section = association ? "association" : "municipality";
            refuseSecond(owners, section + ".id", checked.city().id(), location);
            if (association) {
                refuseSecond(owners, "association", "", location);
            }
            checked.file()
                    .people()
                    .forEach(person -> refuseSecond(owners, "people", "(" + person.id() + ")", location));
            all.add(checked);
        }
        return all;
    }

    /** Ids of municipalities and people are known to the engine without their file, so two files must not share one. */
    private static void refuseSecond(Map<String, String> owners, String place, String id, String location) {
        // A city and the association must not be called alike either.
        String first = owners.putIfAbsent(place.replaceFirst(".*\\.", "") + " " + id, location);
        if (first != null) {
            throw new MunicipalityFileRefused(location, (place + " " + id).strip(), "steht auch in " + first);
        }
    }

    /** A location without scheme is a file of the operator, relative to the working directory. */
    private Resource resource(String location) {
        return location.matches("[a-z]{2,}:.*") ? resources.getResource(location) : new FileSystemResource(location);
    }
}
