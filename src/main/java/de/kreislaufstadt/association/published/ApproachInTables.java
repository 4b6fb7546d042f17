package de.kreislaufstadt.association.published;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.association.PublishedComponents;
import de.kreislaufstadt.association.PublishedComponents.PublishedComponent;
import de.kreislaufstadt.association.ReleasedComparison;
import de.kreislaufstadt.association.standing.ReleasedStandings;
import de.kreislaufstadt.association.standing.ReleasedStandings.Released;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.released.Approach;
import de.kreislaufstadt.released.Approach.Membership;
import de.kreislaufstadt.released.Approach.Partner;
import de.kreislaufstadt.released.ApproachVersion;
import de.kreislaufstadt.released.ApproachVersion.Section;
import de.kreislaufstadt.released.ComparedStep;
import de.kreislaufstadt.released.ReleasedApproach;
import de.kreislaufstadt.released.ReleasedMaturity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is released at the moment it is asked for: there is no copy that could stay behind when a release is withdrawn. */
@Repository
class ApproachInTables implements ReleasedApproach {

    private final Association association;
    private final PublishedComponents components;
    private final ReleasedStandings standings;
    private final ReleasedComparison comparison;
    private final Clock clock;
    private final JdbcClient jdbc;

    ApproachInTables(
            Association association,
            PublishedComponents components,
            ReleasedStandings standings,
            ReleasedComparison comparison,
            Clock clock,
            JdbcClient jdbc) {
        this.association = association;
        this.components = components;
        this.standings = standings;
        this.comparison = comparison;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private record Names(String name, String moderation, String adoption) {}

    @Override
    public Optional<Approach> approach() {
        // Not from the copy that tasks are made with: a page may not be older than its stamp.
        return jdbc.sql("select name, moderation, adoption from association")
                .query(Names.class)
                .optional()
                .map(this::approach);
    }

    @Override
    public List<ApproachVersion> versions() {
        return Arrays.stream(ModelComponent.values())
                .flatMap(component -> components.versions(component).stream())
                .map(ApproachInTables::version)
                .toList();
    }

    @Override
    public List<ReleasedMaturity> maturities() {
        List<String> members = association.members(LocalDate.now(clock)).stream()
                .map(Member::municipality)
                .distinct()
                .toList();
        return standings.of(members).stream()
                .sorted(Comparator.comparing(Released::municipality).thenComparing(Released::component))
                .map(ApproachInTables::maturity)
                .toList();
    }

    @Override
    public List<ComparedStep> steps() {
        return comparison.steps().stream()
                .map(step -> new ComparedStep(
                        step.process(),
                        step.key(),
                        step.name(),
                        step.municipalities(),
                        step.lowerHours(),
                        step.medianHours(),
                        step.upperHours()))
                .toList();
    }

    /** Neither its evidence nor what was adopted: these are for the members. */
    private static ReleasedMaturity maturity(Released released) {
        return new ReleasedMaturity(
                released.municipality(),
                released.component().name(),
                released.maturity(),
                released.progress().name(),
                released.builtOn(),
                released.asOf(),
                released.source());
    }

    private Approach approach(Names office) {
        return new Approach(
                office.name(),
                office.moderation(),
                office.adoption(),
                association.allMembers().stream()
                        .map(ApproachInTables::membership)
                        .toList(),
                jdbc.sql("select name, role from association_partner order by position")
                        .query(Partner.class)
                        .list());
    }

    private static Membership membership(Member member) {
        return new Membership(
                member.municipality(),
                member.name(),
                member.sizeClass().name(),
                member.caseCity(),
                member.joined(),
                member.lastDay());
    }

    private static ApproachVersion version(PublishedComponent version) {
        return new ApproachVersion(
                version.component().name(),
                version.version(),
                version.sections().stream()
                        .map(section -> new Section(section.anchor(), section.heading(), section.text()))
                        .toList(),
                version.changeSummary(),
                version.adoptedBy(),
                version.adoptedOn(),
                version.publishedOn(),
                version.members(),
                version.commented(),
                version.comments(),
                version.withdrawnOn(),
                version.withdrawnReason());
    }
}
