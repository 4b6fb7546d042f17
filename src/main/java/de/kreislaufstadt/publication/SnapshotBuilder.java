package de.kreislaufstadt.publication;

import de.kreislaufstadt.department.Mailboxes;
import de.kreislaufstadt.measure.FieldVisibility;
import de.kreislaufstadt.measure.Visibility;
import de.kreislaufstadt.measure.WholeRecords;
import de.kreislaufstadt.measure.WholeRecords.Decided;
import de.kreislaufstadt.measure.WholeRecords.WholeRecord;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.publication.PublicPart.Adopted;
import de.kreislaufstadt.publication.PublicPart.Content;
import de.kreislaufstadt.publication.PublicPart.Progress;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import de.kreislaufstadt.released.ReleasedMeasure.StateReason;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedParts;
import de.kreislaufstadt.released.ReleasedParts.Decision;
import de.kreislaufstadt.released.ReleasedParts.Milestone;
import de.kreislaufstadt.released.ReleasedParts.Project;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts together what may become public of a measure: its record over all versions, what bodies have decided, and what the modules of
 * its phases hand over. Only fields that the table of visibility calls public are taken.
 */
@Component
class SnapshotBuilder {

    private final WholeRecords records;
    private final PublicRecord publicRecord;
    private final ObjectProvider<PublicPart> parts;
    private final ObjectProvider<FieldVisibility> visibility;
    private final DepartmentDirectory departments;
    private final Mailboxes mailboxes;
    private final ReleasedMeasures released;

    SnapshotBuilder(
            WholeRecords records,
            PublicRecord publicRecord,
            ObjectProvider<PublicPart> parts,
            ObjectProvider<FieldVisibility> visibility,
            DepartmentDirectory departments,
            Mailboxes mailboxes,
            ReleasedMeasures released) {
        this.records = records;
        this.publicRecord = publicRecord;
        this.parts = parts;
        this.visibility = visibility;
        this.departments = departments;
        this.mailboxes = mailboxes;
        this.released = released;
    }

    /**
     * @param participation how to take part; null where nothing is stated
     * @return the version as it would be published now
     */
    ReleasedMeasure build(String municipality, UUID measureId, Participation participation) {
        WholeRecord whole = records.of(municipality, measureId);
        Map<String, Visibility> levels = visibility.stream()
                .findFirst()
                .map(table -> table.of(municipality))
                .orElse(Map.of());
        Predicate<String> open = field -> levels.getOrDefault(field, Visibility.PUBLIC) == Visibility.PUBLIC;
        Statements said = new Statements(whole.versions());
        List<Content> contents =
                parts.stream().map(part -> part.of(municipality, measureId)).toList();
        String lead = departments.currentOf(municipality, whole.lead());
        return new ReleasedMeasure(
                whole.number(),
                open.test("externalId") ? said.current().outline().externalId() : null,
                publicRecord.heading(said, open),
                said.current().outline().description(),
                publicRecord.pathway(municipality, said, open),
                publicRecord.effects(said, open),
                publicRecord.carriers(
                        municipality,
                        said,
                        departments.nameOf(municipality, lead),
                        open.test("leadMailbox")
                                ? mailboxes.mailboxOf(municipality, lead).orElse(null)
                                : null,
                        open),
                publicRecord.schedule(said, open),
                publicRecord.finance(said, open),
                open.test("indicators") ? publicRecord.indicators(said) : null,
                open.test("decisions") ? decisions(whole, contents) : null,
                open.test("projects") ? projects(contents, open) : null,
                open.test("milestones") ? milestones(contents, null) : null,
                open.test("statusReports") ? reports(whole, open) : null,
                open.test("events") ? events(contents) : null,
                open.test("evaluation") ? evaluation(whole, contents) : null,
                open.test("participation") ? participation : null,
                open.test("stateReason") ? reason(municipality, whole) : null,
                open.test("sources") ? publicRecord.sources(whole.versions()) : null,
                publicRecord.table(municipality, said, whole.reports(), open));
    }

    private static List<Decision> decisions(WholeRecord whole, List<Content> contents) {
        return Stream.concat(
                        whole.decisions().stream().map(SnapshotBuilder::decision),
                        contents.stream().flatMap(content -> content.decisions().stream()))
                .sorted(Comparator.comparing(Decision::decidedOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Decision decision(Decided taken) {
        return new Decision(
                "MEASURE",
                taken.decision().body(),
                taken.decision().decidedOn(),
                taken.preliminary() ? "PRELIMINARY" : taken.decision().result().name(),
                taken.decision().phases().stream().map(Enum::name).toList(),
                taken.conditions(),
                taken.decision().reason(),
                taken.decision().paperNumber(),
                taken.decision().deferredUntil());
    }

    private static List<Project> projects(List<Content> contents, Predicate<String> open) {
        return contents.stream()
                .flatMap(content -> content.projects().stream())
                .map(adopted -> project(adopted, contents, open))
                .toList();
    }

    private static Project project(Adopted adopted, List<Content> contents, Predicate<String> open) {
        Project project = adopted.project();
        return new Project(
                project.title(),
                project.goal(),
                project.field(),
                project.bearer(),
                project.agencyRoles(),
                project.startsOn(),
                project.months(),
                open.test("projectScore") ? project.score() : null,
                open.test("deviationReason") ? project.deviationReason() : null,
                open.test("milestones") ? milestones(contents, adopted.id()) : null,
                progress(contents, adopted.id())
                        .map(Progress::result)
                        .filter(result -> result != null)
                        .findFirst()
                        .orElse(null));
    }

    private static List<Milestone> milestones(List<Content> contents, UUID project) {
        return progress(contents, project)
                .flatMap(progress -> progress.milestones().stream())
                .toList();
    }

    private static Stream<Progress> progress(List<Content> contents, UUID project) {
        return contents.stream()
                .flatMap(content -> content.progress().stream())
                .filter(progress -> Objects.equals(progress.project(), project));
    }

    private static List<ReleasedParts.StatusReport> reports(WholeRecord whole, Predicate<String> open) {
        return whole.reports().stream()
                .map(report -> new ReleasedParts.StatusReport(
                        report.asOf(),
                        report.text(),
                        open.test("planNextYear") ? report.planNextYear() : null,
                        open.test("assessment") ? report.assessment().name() : null))
                .toList();
    }

    private static List<ReleasedParts.Event> events(List<Content> contents) {
        return contents.stream()
                .flatMap(content -> content.events().stream())
                .sorted(Comparator.comparing(ReleasedParts.Event::day, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    private static ReleasedParts.Evaluation evaluation(WholeRecord whole, List<Content> contents) {
        return whole.evaluation()
                .map(done -> new ReleasedParts.Evaluation(
                        done.releasedOn(),
                        done.summary(),
                        done.goals().stream()
                                .map(goal -> new ReleasedParts.Goal(goal.goal(), goal.result(), goal.explanation()))
                                .toList()))
                .orElseGet(() -> contents.stream()
                        .map(Content::evaluation)
                        .filter(one -> one != null)
                        .findFirst()
                        .orElse(null));
    }

    private StateReason reason(String municipality, WholeRecord whole) {
        if (whole.stateReason() == null && whole.mergedInto() == null) {
            return null;
        }
        String into = whole.mergedInto() == null
                ? null
                : released.numbered(municipality, whole.mergedInto())
                        .map(entry -> entry.content().number())
                        .orElse(null);
        return new StateReason(whole.state().name(), whole.stateReason(), into);
    }
}
