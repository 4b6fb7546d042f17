package de.kreislaufstadt.website;

import de.kreislaufstadt.released.Approach;
import de.kreislaufstadt.released.Approach.Membership;
import de.kreislaufstadt.released.ApproachComponent;
import de.kreislaufstadt.released.ComparedStep;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMaturity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the comparison shows.
 *
 * @param components their names, as heads of columns
 * @param levels of maturity, from 0
 * @param rows municipalities that have released something
 * @param silent how many members have released nothing
 */
public record ComparisonView(
        List<String> components,
        List<Level> levels,
        List<Row> rows,
        int silent,
        List<Detail> details,
        List<Step> steps) {

    private static final int HIGHEST = 4;
    private static final int HOURS_OF_A_DAY = 24;

    /** @param counts how many municipalities are there, by component */
    public record Level(int level, String name, List<Long> counts) {}

    /**
     * A municipality.
     *
     * @param link to its pages; null if it has none here
     * @param cells what it has released, by component; null for nothing
     */
    public record Row(String name, String link, List<String> cells) {}

    /** One statement with its day and where it stands. */
    public record Detail(
            String municipality,
            String component,
            String level,
            String progress,
            Built built,
            String asOf,
            String source) {}

    /** The version that somebody builds on, and its page. */
    public record Built(int version, String link) {}

    /** How long a step takes, in words. */
    public record Step(String name, int municipalities, String lower, String median, String upper) {}

    static ComparisonView of(
            Approach approach,
            List<ReleasedMaturity> released,
            List<ComparedStep> steps,
            List<Municipality> municipalities,
            Locale language,
            Words words) {
        Links links = new Links(null, language);
        List<String> codes =
                Arrays.stream(ApproachComponent.values()).map(Enum::name).toList();
        Set<String> here = municipalities.stream().map(Municipality::id).collect(Collectors.toSet());
        List<Membership> members = approach.membersOn(words.today());
        Map<String, Map<String, ReleasedMaturity>> said = new HashMap<>();
        released.forEach(one ->
                said.computeIfAbsent(one.municipality(), id -> new HashMap<>()).put(one.component(), one));
        List<Row> rows = members.stream()
                .filter(member -> said.containsKey(member.municipality()))
                .map(member -> new Row(
                        member.name(),
                        here.contains(member.municipality())
                                ? links.in(PublicAddresses.overview(member.municipality()))
                                : null,
                        codes.stream()
                                .map(code -> said.get(member.municipality()).get(code))
                                .map(one -> one == null ? null : level(one.maturity(), words))
                                .toList()))
                .toList();
        return new ComparisonView(
                codes.stream().map(code -> words.code("component", code)).toList(),
                levels(codes, released, words),
                rows,
                members.size() - rows.size(),
                details(members, released, links, words),
                steps.stream().map(step -> step(step, words)).toList());
    }

    private static List<Level> levels(List<String> codes, List<ReleasedMaturity> released, Words words) {
        return IntStream.rangeClosed(0, HIGHEST)
                .mapToObj(level -> new Level(
                        level,
                        words.text("maturity." + level),
                        codes.stream()
                                .map(code -> released.stream()
                                        .filter(one -> one.maturity() == level
                                                && one.component().equals(code))
                                        .count())
                                .toList()))
                .toList();
    }

    private static List<Detail> details(
            List<Membership> members, List<ReleasedMaturity> released, Links links, Words words) {
        Map<String, List<ReleasedMaturity>> byCity =
                released.stream().collect(Collectors.groupingBy(ReleasedMaturity::municipality));
        return members.stream()
                .flatMap(member -> byCity.getOrDefault(member.municipality(), List.of()).stream()
                        .map(one -> new Detail(
                                member.name(),
                                words.code("component", one.component()),
                                level(one.maturity(), words),
                                words.code("progress", one.progress()),
                                built(one, links),
                                words.day(one.asOf()),
                                one.source())))
                .toList();
    }

    private static Built built(ReleasedMaturity one, Links links) {
        return one.builtOn() == null
                ? null
                : new Built(
                        one.builtOn(),
                        links.componentVersion(
                                ApproachComponent.valueOf(one.component()).slug(), one.builtOn()));
    }

    private static String level(int maturity, Words words) {
        return words.text("maturity.said", maturity, words.text("maturity." + maturity));
    }

    private static Step step(ComparedStep step, Words words) {
        return new Step(
                step.name(),
                step.municipalities(),
                duration(step.lowerHours(), words),
                duration(step.medianHours(), words),
                duration(step.upperHours(), words));
    }

    /** Hours below two days, whole days above: nobody counts a month in hours. */
    private static String duration(int hours, Words words) {
        return hours < 2 * HOURS_OF_A_DAY
                ? words.text("comparison.hours", hours)
                : words.text("comparison.days", hours / HOURS_OF_A_DAY);
    }
}
