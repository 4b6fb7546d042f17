package de.kreislaufstadt.opendata;

import de.kreislaufstadt.released.Approach;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Catalogue;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedApproach;
import de.kreislaufstadt.released.ReleasedMeasures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the association publishes as data: the model approach, its members, how far they are, and how long their steps take. */
@Component
class SharedData {

    /** What the association is called in addresses where a municipality has its id. */
    static final String ID = "modellansatz";

    static final String APPROACH = "modellansatz";
    static final String MEMBERS = "verbund-mitglieder";
    static final String MATURITIES = "verbund-reifegrade";
    static final String STEPS = "verbund-schrittzeiten";

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final ReleasedApproach released;
    private final MunicipalPages pages;
    private final ReleasedMeasures changes;
    private final Clock clock;

    SharedData(ReleasedApproach released, MunicipalPages pages, ReleasedMeasures changes, Clock clock) {
        this.released = released;
        this.pages = pages;
        this.changes = changes;
        this.clock = clock;
    }

    ReleasedApproach released() {
        return released;
    }

    /** @return who publishes, under the name that addresses have for it; empty where there is no association */
    Optional<Municipality> publisher() {
        return released.approach().map(this::publisher);
    }

    private Municipality publisher(Approach approach) {
        Optional<Municipality> office = pages.association();
        return new Municipality(
                ID,
                approach.name(),
                null,
                null,
                office.map(Municipality::contactMail).orElse(null),
                office.map(Municipality::homepage).orElse(null),
                office.map(Municipality::texts).orElse(null),
                Municipality.STALE_AFTER,
                office.map(Municipality::catalogue).orElseGet(Catalogue::usual),
                null);
    }

    /** @return memberships that have begun, by name and day */
    List<Approach.Membership> members() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BERLIN);
        return released.approach().stream()
                .flatMap(approach -> approach.members().stream())
                .filter(member -> !member.joined().isAfter(today))
                .toList();
    }

    /** @return names of members of today by their id */
    Map<String, String> names() {
        return members().stream()
                .collect(Collectors.toMap(
                        Approach.Membership::municipality, Approach.Membership::name, (one, other) -> other));
    }

    /** @return names of the data sets that have something in them, in their order */
    List<String> sets() {
        return Stream.of(APPROACH, MEMBERS, MATURITIES, STEPS)
                .filter(this::hasRows)
                .toList();
    }

    private boolean hasRows(String set) {
        return switch (set) {
            case APPROACH -> !released.versions().isEmpty();
            case MEMBERS -> !members().isEmpty();
            case MATURITIES -> !released.maturities().isEmpty();
            default -> !released.steps().isEmpty();
        };
    }

    /** @return when it changed last */
    Instant modified(String set) {
        String stamp = set.equals(MATURITIES) ? ReleasedApproach.STAMP_OF_COMPARISON : ReleasedApproach.STAMP;
        return changes.changedAt(stamp)
                .or(() -> changes.changedAt(ReleasedApproach.STAMP))
                .orElse(null);
    }
}
