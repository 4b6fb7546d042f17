package de.kreislaufstadt.website;

import de.kreislaufstadt.released.Approach;
import de.kreislaufstadt.released.Approach.Membership;
import de.kreislaufstadt.released.Approach.Partner;
import de.kreislaufstadt.released.ApproachComponent;
import de.kreislaufstadt.released.ApproachVersion;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the page of the model approach shows.
 *
 * @param former memberships that are over, and those of today's members that had left before
 */
public record ApproachView(
        List<Part> parts, List<Line> members, List<Line> former, List<String> caseCities, List<Partner> partners) {

    /**
     * A component.
     *
     * @param newest version that holds; null if there is none
     * @param withdrawn whether a newer one was withdrawn, or the only one
     */
    public record Part(ApproachComponent component, String name, ApproachVersion newest, boolean withdrawn) {}

    /**
     * A membership.
     *
     * @param link to the pages of the municipality; null if it has none here
     * @param size in words
     */
    public record Line(Membership membership, String link, String size) {}

    /** @param municipalities that have public pages here */
    static ApproachView of(
            Approach approach,
            List<ApproachVersion> versions,
            List<Municipality> municipalities,
            Links links,
            Words words) {
        LocalDate today = words.today();
        Map<String, Municipality> here =
                municipalities.stream().collect(Collectors.toMap(Municipality::id, Function.identity()));
        Function<Membership, Line> line = member -> new Line(
                member,
                here.containsKey(member.municipality())
                        ? links.in(PublicAddresses.overview(member.municipality()))
                        : null,
                words.code("sizeClass", member.sizeClass()));
        List<Membership> now = approach.membersOn(today);
        return new ApproachView(
                Arrays.stream(ApproachComponent.values())
                        .map(component -> part(component, versions, words))
                        .toList(),
                now.stream().map(line).toList(),
                approach.members().stream()
                        .filter(member ->
                                member.lastDay() != null && member.lastDay().isBefore(today))
                        .map(line)
                        .toList(),
                now.stream().filter(Membership::caseCity).map(Membership::name).toList(),
                approach.partners());
    }

    private static Part part(ApproachComponent component, List<ApproachVersion> versions, Words words) {
        List<ApproachVersion> all = of(component, versions);
        ApproachVersion newest =
                all.stream().filter(ApproachVersion::holds).findFirst().orElse(null);
        return new Part(
                component, words.code("component", component.name()), newest, !all.isEmpty() && all.get(0) != newest);
    }

    /** @return versions of the component, the newest first */
    static List<ApproachVersion> of(ApproachComponent component, List<ApproachVersion> versions) {
        return versions.stream()
                .filter(version -> version.component().equals(component.name()))
                .toList();
    }
}
