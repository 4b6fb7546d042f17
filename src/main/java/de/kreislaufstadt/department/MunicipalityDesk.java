package de.kreislaufstadt.department;

import de.kreislaufstadt.department.FileComparison.Change;
import de.kreislaufstadt.department.MunicipalityRegister.Checked;
import de.kreislaufstadt.department.MunicipalityRegister.Origin;
import de.kreislaufstadt.department.VersionTable.Version;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Lifecycles;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What administrators see of the municipalities and do with them. */
@Component
class MunicipalityDesk {

    /** What refusals call the text of the editor. */
    private static final String EDITOR = "Datei der Kommune";

    private final Cities cities;
    private final VersionTable versions;
    private final MunicipalityRegister register;
    private final MunicipalityFiles files;
    private final Accounts accounts;
    private final Lifecycles lifecycles;
    private final MemberHints hints;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MunicipalityFileReader reader = new MunicipalityFileReader();
    private final MunicipalityFileWriter writer = new MunicipalityFileWriter();
    private final FileComparison comparison = new FileComparison();

    MunicipalityDesk(
            Cities cities,
            VersionTable versions,
            MunicipalityRegister register,
            MunicipalityFiles files,
            Accounts accounts,
            Lifecycles lifecycles,
            MemberHints hints,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.cities = cities;
        this.versions = versions;
        this.register = register;
        this.files = files;
        this.accounts = accounts;
        this.lifecycles = lifecycles;
        this.hints = hints;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A municipality in the list.
     *
     * @param departments how many are valid today
     * @param people how many have an account
     * @param running numbers of measures for which a process runs
     * @param validUntil last day; null = open
     * @param ended whether that day is over
     * @param location configured file it belongs to; null = the page
     * @param association whether it is the association, which is no municipality and is kept here beside them
     */
    record Row(
            String id,
            String name,
            FederalState federalState,
            int departments,
            int people,
            List<String> running,
            LocalDate validUntil,
            boolean ended,
            String location,
            boolean association) {}

    /**
     * @param number null where nothing was applied yet
     * @param variants models of the municipality's own, which it has instead of the shared ones
     */
    record Page(
            Row municipality, Integer number, String file, List<Entry> history, List<Lifecycles.Variant> variants) {}

    /**
     * A version in the history.
     *
     * @param by display name; null where the installation applied a configured file
     * @param people whether its people are still kept
     */
    record Entry(int number, Instant at, String by, String location, Integer restores, boolean people) {}

    /**
     * What applying would do.
     *
     * @param created whether the municipality is new
     * @param base version that holds now; null = none
     * @param hints members of the association that cannot be asked anything then
     */
    record Plan(
            String municipality,
            String name,
            boolean created,
            Integer base,
            List<Change> changes,
            List<MemberHints.Hint> hints) {}

    List<Row> all() {
        return cities.ids().stream().map(this::row).toList();
    }

    Page page(String municipality) {
        Row row = row(municipality);
        List<Version> all = versions.all(municipality);
        return new Page(
                row,
                all.isEmpty() ? null : all.get(0).number(),
                all.isEmpty() ? "" : writer.write(versions.file(municipality, all.get(0))),
                all.stream().map(version -> entry(municipality, version)).toList(),
                lifecycles.variants(municipality));
    }

    private Entry entry(String municipality, Version version) {
        return new Entry(
                version.number(),
                version.appliedAt(),
                version.appliedBy() == null ? null : accounts.nameOf(version.appliedBy()),
                version.location(),
                version.restores(),
                !versions.file(municipality, version).people().isEmpty());
    }

    /** @return the file that holds, as it can be applied again */
    String file(String municipality) {
        return writer.write(versions.file(municipality, latest(municipality)));
    }

    /** @return what the version changed against the one before it */
    List<Change> changesOf(String municipality, int number) {
        Version version = version(municipality, number);
        Optional<MunicipalityFile> before =
                versions.find(municipality, number - 1).map(earlier -> versions.file(municipality, earlier));
        return comparison.changes(before.orElse(null), versions.file(municipality, version));
    }

    /** @throws MunicipalityFileRefused if the text is no file that may be applied */
    Plan plan(String text) {
        Checked checked = checked(text);
        Optional<MunicipalityFile> held = held(checked.city().id());
        return new Plan(
                checked.city().id(),
                checked.city().name(),
                cities.find(checked.city().id()).isEmpty(),
                versions.latest(checked.city().id()).map(Version::number).orElse(null),
                comparison.changes(held.orElse(null), checked.file()),
                hints.of(checked, cities.association().flatMap(this::held)));
    }

    /** @param base version the text was made from; null where the municipality is new */
    int apply(String text, Integer base, String by) {
        return apply(checked(text), base, new Origin(null, null, by));
    }

    int restore(String municipality, int number, String by) {
        MunicipalityFile earlier = versions.file(municipality, version(municipality, number));
        Version latest = latest(municipality);
        if (earlier.people().isEmpty()) {
            earlier = earlier.withPeople(versions.file(municipality, latest).people());
        }
        return apply(register.check(EDITOR, earlier), latest.number(), new Origin(null, number, by));
    }

    /** @param lastDay null takes an end back */
    int end(String municipality, LocalDate lastDay, String by) {
        Version latest = latest(municipality);
        List<String> running = lifecycles.running(municipality);
        if (lastDay != null && !running.isEmpty()) {
            throw new MunicipalityRefused(
                    HttpStatus.CONFLICT, "municipality.running", running.size(), String.join(", ", running));
        }
        MunicipalityFile file = versions.file(municipality, latest).endingOn(lastDay);
        return apply(register.check(EDITOR, file), latest.number(), new Origin(null, null, by));
    }

    private int apply(Checked checked, Integer base, Origin origin) {
        String municipality = checked.city().id();
        refuseConfigured(municipality);
        int number = transaction.execute(status -> {
            register.lock();
            Integer held = versions.latest(municipality).map(Version::number).orElse(null);
            if (!Objects.equals(held, base)) {
                throw new MunicipalityRefused(
                        HttpStatus.CONFLICT, base == null ? "municipality.exists" : "municipality.overtaken");
            }
            return register.apply(checked, origin);
        });
        cities.forget();
        return number;
    }

    /** A municipality belongs to its configured file or to the page, never to both: one would undo the other. */
    void refuseConfigured(String municipality) {
        String location = files.configured().get(municipality);
        if (location != null) {
            throw new MunicipalityRefused(HttpStatus.CONFLICT, "municipality.configured", location);
        }
    }

    private Checked checked(String text) {
        return register.check(EDITOR, reader.read(EDITOR, text));
    }

    private Optional<MunicipalityFile> held(String municipality) {
        return versions.latest(municipality).map(version -> versions.file(municipality, version));
    }

    private Version latest(String municipality) {
        return versions.latest(municipality).orElseThrow(MunicipalityRefused::unknown);
    }

    private Version version(String municipality, int number) {
        return versions.find(municipality, number).orElseThrow(MunicipalityRefused::unknown);
    }

    private Row row(String municipality) {
        City city = cities.find(municipality).orElseThrow(MunicipalityRefused::unknown);
        LocalDate today = LocalDate.now(clock);
        return new Row(
                city.id(),
                city.name(),
                city.federalState(),
                (int) city.units().values().stream()
                        .filter(unit -> unit.isValidOn(today))
                        .count(),
                accounts.people(municipality).size(),
                lifecycles.running(municipality),
                city.validUntil(),
                city.hasEndedBy(today),
                files.configured().get(municipality),
                city.association());
    }
}
