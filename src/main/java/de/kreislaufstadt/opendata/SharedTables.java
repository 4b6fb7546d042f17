package de.kreislaufstadt.opendata;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.released.ApproachComponent;
import de.kreislaufstadt.released.ApproachVersion;
import de.kreislaufstadt.website.PublicAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of what the association publishes. Names of columns are promised: they stay, and new ones come at the end. */
final class SharedTables {

    static final Table VERSIONS = new Table(
            "bausteine",
            SharedData.APPROACH,
            List.of(
                    "component",
                    "name",
                    "version",
                    "holds",
                    "adopted_by",
                    "adopted_on",
                    "published_on",
                    "members",
                    "commented",
                    "comments",
                    "change_summary",
                    "withdrawn_on",
                    "withdrawn_reason",
                    "address"),
            (data, base) -> data.released().versions().stream().map(version -> new Object[] {
                version.component(),
                name(version.component()),
                version.version(),
                version.holds(),
                version.adoptedBy(),
                version.adoptedOn(),
                version.publishedOn(),
                version.members(),
                version.commented(),
                version.comments(),
                version.changeSummary(),
                version.withdrawnOn(),
                version.withdrawnReason(),
                base + address(version)
            }));

    static final Table SECTIONS = new Table(
            "abschnitte",
            SharedData.APPROACH,
            List.of("component", "version", "position", "anchor", "heading", "text"),
            (data, base) -> data.released().versions().stream().flatMap(version -> sections(version).stream()));

    static final Table MEMBERS = new Table(
            "mitglieder",
            SharedData.MEMBERS,
            List.of("municipality", "name", "size_class", "case_city", "joined", "last_day"),
            (data, base) -> data.members().stream().map(member -> new Object[] {
                member.municipality(),
                member.name(),
                member.sizeClass(),
                member.caseCity(),
                member.joined(),
                member.lastDay()
            }));

    static final Table MATURITIES = new Table(
            "reifegrade",
            SharedData.MATURITIES,
            List.of("municipality", "name", "component", "maturity", "progress", "built_on", "as_of", "source"),
            (data, base) -> {
                Map<String, String> names = data.names();
                return data.released().maturities().stream().map(one -> new Object[] {
                    one.municipality(),
                    names.get(one.municipality()),
                    one.component(),
                    one.maturity(),
                    one.progress(),
                    one.builtOn(),
                    one.asOf(),
                    one.source()
                });
            });

    static final Table STEPS = new Table(
            "schrittzeiten",
            SharedData.STEPS,
            List.of("process", "key", "name", "municipalities", "lower_hours", "median_hours", "upper_hours"),
            (data, base) -> data.released().steps().stream().map(step -> new Object[] {
                step.process(),
                step.key(),
                step.name(),
                step.municipalities(),
                step.lowerHours(),
                step.medianHours(),
                step.upperHours()
            }));

    /** All tables, in the order of the workbook. */
    static final List<Table> ALL = List.of(VERSIONS, SECTIONS, MEMBERS, MATURITIES, STEPS);

    private SharedTables() {}

    /**
     * A table.
     *
     * @param file name without ending, as in addresses
     * @param set data set it belongs to
     */
    record Table(String file, String set, List<String> header, Rows rows) {}

    /** Cells are texts, numbers, truth values or days; null where nothing is stated. */
    @FunctionalInterface
    interface Rows {

        /** @param base address of the installation, without a slash at the end */
        Stream<Object[]> of(SharedData data, String base);
    }

    /** @return German name of a component */
    static String name(String component) {
        return Texts.of("website").german("website.component." + component);
    }

    /** @return address of the page of a version, without that of the installation */
    static String address(ApproachVersion version) {
        return PublicAddresses.componentVersion(
                ApproachComponent.valueOf(version.component()).slug(), version.version());
    }

    private static List<Object[]> sections(ApproachVersion version) {
        List<Object[]> rows = new ArrayList<>();
        for (ApproachVersion.Section section : version.sections()) {
            rows.add(new Object[] {
                version.component(),
                version.version(),
                rows.size() + 1,
                section.anchor(),
                section.heading(),
                section.text()
            });
        }
        return rows;
    }
}
