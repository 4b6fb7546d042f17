package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.association.PublishedComponents;
import de.kreislaufstadt.association.PublishedComponents.PublishedComponent;
import de.kreislaufstadt.association.standing.Coordination.Staff;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.web.OwnPage;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.survey.MaturityOfCity;
import de.kreislaufstadt.survey.MaturityOfCity.Found;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasklist's page "Modellansatz der Kommune": each component with its rows, what may be done, and a suggestion for the first one. */
@Service
class StandingPage implements OwnPage {

    private final Coordination coordination;
    private final Association association;
    private final PublishedComponents published;
    private final StandingTable table;
    private final MaturityOfCity surveys;
    private final Accounts accounts;
    private final Clock clock;
    private final Texts texts = Texts.of("association");
    private final Texts components = Texts.of("measure");

    StandingPage(
            Coordination coordination,
            Association association,
            PublishedComponents published,
            StandingTable table,
            MaturityOfCity surveys,
            Accounts accounts,
            Clock clock) {
        this.coordination = coordination;
        this.association = association;
        this.published = published;
        this.table = table;
        this.surveys = surveys;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param member whether the city is a member today; whoever is not can still withdraw
     * @param mayEnter whether the reader may add rows
     * @param mayWithdraw whether the reader leads the department
     */
    record Page(boolean member, boolean mayEnter, boolean mayWithdraw, List<Part> components) {}

    /** @param suggestion what a released survey has found; null where none has or a row is there already */
    record Part(
            ModelComponent component,
            String label,
            List<Row> rows,
            boolean mayRelease,
            Suggestion suggestion,
            List<Version> versions) {}

    /**
     * @param withdrawnVersion why the version it is built on was withdrawn, as a sentence; null while that holds
     * @param by who entered it, as people call them
     */
    record Row(
            int number,
            int maturity,
            String evidence,
            Progress progress,
            String content,
            Integer builtOn,
            String withdrawnVersion,
            LocalDate asOf,
            String source,
            String by,
            Instant enteredAt,
            Instant releasedAt,
            Instant withdrawnAt,
            String withdrawnReason) {}

    record Suggestion(int maturity, String evidence, LocalDate asOf, String source) {}

    /** @param withdrawn whether nothing new may be built on it */
    record Version(int version, LocalDate publishedOn, boolean withdrawn) {}

    @Override
    public String page() {
        return "standing";
    }

    @Override
    public boolean isFor(Login who) {
        return who.tenants().size() == 1
                && (looks(who) || coordination.of(who).isPresent())
                && wasEverMember(who.tenants().get(0));
    }

    /** @throws InterventionRefused if it is none of the reader's business */
    @Transactional(readOnly = true)
    public Page of(Login who) {
        Optional<Staff> staff = coordination.of(who);
        if (staff.isEmpty() && !looks(who) || !wasEverMember(who.tenants().get(0))) {
            throw new InterventionRefused(Cause.FORBIDDEN, "association.standing.notYours");
        }
        String municipality = who.tenants().get(0);
        boolean member = association.members(LocalDate.now(clock)).stream()
                .map(Member::municipality)
                .anyMatch(municipality::equals);
        boolean head = staff.filter(Staff::head).isPresent();
        Map<ModelComponent, List<Standing>> rows =
                table.all(municipality).stream().collect(Collectors.groupingBy(Standing::component));
        Map<ModelComponent, Found> found =
                surveys.released(municipality).stream().collect(Collectors.toMap(Found::component, one -> one));
        Map<String, String> people = new HashMap<>();
        List<Part> parts = Arrays.stream(ModelComponent.values())
                .map(component -> part(
                        component,
                        rows.getOrDefault(component, List.of()),
                        member && head ? staff.orElseThrow() : null,
                        found.get(component),
                        people))
                .toList();
        return new Page(member, member && staff.isPresent(), head, parts);
    }

    private Part part(
            ModelComponent component, List<Standing> rows, Staff releaser, Found found, Map<String, String> people) {
        List<PublishedComponent> versions = published.versions(component);
        boolean mayRelease = releaser != null
                && !rows.isEmpty()
                && !rows.get(0).released()
                && !coordination.isWorkOf(
                        releaser, rows.get(0).enteredBy(), rows.get(0).deputyForBy());
        Suggestion suggestion = found == null || !rows.isEmpty()
                ? null
                : new Suggestion(
                        found.level(),
                        found.evidence(),
                        found.asOf(),
                        texts.german("association.standing.source.survey", found.measure()));
        return new Part(
                component,
                components.name("measure.modelComponent", component),
                rows.stream().map(row -> row(row, versions, people)).toList(),
                mayRelease,
                suggestion,
                versions.stream()
                        .map(one -> new Version(one.version(), one.publishedOn(), one.withdrawnOn() != null))
                        .toList());
    }

    private Row row(Standing row, List<PublishedComponent> versions, Map<String, String> people) {
        String withdrawn = versions.stream()
                .filter(one -> Integer.valueOf(one.version()).equals(row.builtOn()) && one.withdrawnOn() != null)
                .map(one -> texts.get("association.standing.builtOnWithdrawn", one.version(), one.withdrawnReason()))
                .findFirst()
                .orElse(null);
        return new Row(
                row.number(),
                row.maturity(),
                row.evidence(),
                row.progress(),
                row.content(),
                row.builtOn(),
                withdrawn,
                row.asOf(),
                row.source(),
                people.computeIfAbsent(row.enteredBy(), accounts::nameOf),
                row.createdAt(),
                row.releasedAt(),
                row.withdrawnAt(),
                row.withdrawnReason());
    }

    private static boolean looks(Login who) {
        return who.tenants().size() == 1
                && Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere);
    }

    private boolean wasEverMember(String municipality) {
        return association.allMembers().stream().map(Member::municipality).anyMatch(municipality::equals);
    }
}
