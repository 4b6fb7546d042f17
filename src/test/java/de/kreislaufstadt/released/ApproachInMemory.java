package de.kreislaufstadt.released;

import de.kreislaufstadt.released.Approach.Membership;
import de.kreislaufstadt.released.Approach.Partner;
import de.kreislaufstadt.released.ApproachVersion.Section;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An association without a database; nothing at first. What is changed here raises the stamp, as in the tables. */
public final class ApproachInMemory implements ReleasedApproach, ReleasedPapers {

    private final List<ApproachVersion> versions = new ArrayList<>();
    private final List<ReleasedMaturity> maturities = new ArrayList<>();
    private final List<ComparedStep> steps = new ArrayList<>();
    private Approach approach;
    private long stamp;

    /** Three members of today, one of them with pages here, one that has left and one that has yet to come. */
    public ApproachInMemory founded() {
        stamp++;
        approach = new Approach(
                "Städteverbund Kreislaufwirtschaft",
                "Difu",
                "Deutscher Städtetag",
                List.of(
                        member("muenster", "Münster", "LARGE", true, "2024-03-01", null),
                        member("partner07", "Partnerkommune 07", "MEDIUM", false, "2025-01-01", null),
                        member("partner08", "Partnerkommune 08", "MEDIUM", true, "2024-03-01", null),
                        member("partner09", "Partnerkommune 09", "LARGE", false, "2024-03-01", "2024-12-31"),
                        member("partner10", "Partnerkommune 10", "LARGE", false, "2027-01-01", null)),
                List.of(new Partner("Hochschule für Stadtplanung", "wissenschaftliche Begleitung")));
        return this;
    }

    /** Two versions of the strategy, of which the second is withdrawn, and two of the products, which hold. */
    public ApproachInMemory published() {
        founded();
        stamp++;
        versions.add(version("STRATEGY", 2, strategy("Ziele bis 2035 mit Zwischenzielen"), "2025-12-10", "2025-12-20"));
        versions.add(version("STRATEGY", 1, strategy("Ziele bis 2030"), "2025-06-01", null));
        versions.add(version(
                "PRODUCTS",
                2,
                List.of(
                        new Section("katalog", "Katalog", "# Was es gibt\n\n- Leitfaden\n- <script>alert(1)</script>"),
                        new Section("pflege", "Pflege", "Jährlich.")),
                "2025-11-01",
                null));
        versions.add(version(
                "PRODUCTS",
                1,
                List.of(
                        new Section("katalog", "Katalog", "# Was es gibt\n\n- Merkblatt"),
                        new Section("verteiler", "Verteiler", "Per Rundbrief.")),
                "2025-05-01",
                null));
        return this;
    }

    /** Releases a maturity. */
    public void release(String municipality, String component, int maturity, Integer builtOn) {
        stamp++;
        withdraw(municipality, component);
        maturities.add(new ReleasedMaturity(
                municipality,
                component,
                maturity,
                "IN_WORK",
                builtOn,
                LocalDate.of(2025, 12, 1),
                "Bericht " + municipality));
    }

    public void withdraw(String municipality, String component) {
        stamp++;
        maturities.removeIf(one ->
                one.municipality().equals(municipality) && one.component().equals(component));
    }

    public void compare(ComparedStep step) {
        stamp++;
        steps.add(step);
    }

    /** @return the stamps with those of what is shared */
    public Map<String, Long> stamps(Map<String, Long> stamps) {
        Map<String, Long> all = new HashMap<>(stamps);
        all.put(STAMP, stamp);
        return all;
    }

    @Override
    public Optional<Approach> approach() {
        return Optional.ofNullable(approach);
    }

    @Override
    public List<ApproachVersion> versions() {
        return List.copyOf(versions);
    }

    @Override
    public List<ReleasedMaturity> maturities() {
        return List.copyOf(maturities);
    }

    @Override
    public List<ComparedStep> steps() {
        return List.copyOf(steps);
    }

    @Override
    public Optional<Paper> of(ApproachComponent component, int version, Locale language) {
        return versions.stream()
                .filter(one -> one.component().equals(component.name()) && one.version() == version)
                .findFirst()
                .map(one -> new Paper(
                        component.slug() + "-" + version + ".pdf",
                        ("%PDF-" + language).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Section> strategy(String goals) {
        return List.of(
                new Section("ziele", "Ziele", goals + ", beschlossen vom Rat."),
                new Section("wege", "Wege", "Über Beschaffung und Bau."));
    }

    private static ApproachVersion version(
            String component, int version, List<Section> sections, String published, String withdrawn) {
        LocalDate day = LocalDate.parse(published);
        return new ApproachVersion(
                component,
                version,
                sections,
                "Was Fassung " + version + " bringt",
                "Deutscher Städtetag",
                day.minusDays(3),
                day,
                3,
                2,
                5,
                withdrawn == null ? null : LocalDate.parse(withdrawn),
                withdrawn == null ? null : "Zwischenziele widersprechen dem Bundesrecht");
    }

    private static Membership member(
            String id, String name, String size, boolean caseCity, String joined, String lastDay) {
        return new Membership(
                id, name, size, caseCity, LocalDate.parse(joined), lastDay == null ? null : LocalDate.parse(lastDay));
    }
}
