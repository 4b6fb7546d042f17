package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.GateTable.Taken;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.TaskContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Answers what the process and its pages ask about measures. */
@Component
class MeasurePages implements MeasureDirectory {

    /** Routing value that says into which measure one was merged. */
    private static final String MERGED_INTO = "mergedInto";

    private final MeasureTable measures;
    private final MeasureStays stays;
    private final VersionReader versions;
    private final VersionFields fields;
    private final GateTable gates;
    private final GateView gateView;
    private final ObjectProvider<CoSignatureStanding> signatures;
    private final StatusReports statusReports;
    private final DepartmentDirectory departments;
    private final ObjectProvider<Accounts> accounts;
    private final ReadableFields readable;
    private final VisibleMeasures visible;
    private final ApplicationEventPublisher events;
    private final Texts texts = Texts.of("measure");

    MeasurePages(
            MeasureTable measures,
            MeasureStays stays,
            VersionReader versions,
            VersionFields fields,
            GateTable gates,
            GateView gateView,
            ObjectProvider<CoSignatureStanding> signatures,
            StatusReports statusReports,
            DepartmentDirectory departments,
            ObjectProvider<Accounts> accounts,
            ReadableFields readable,
            VisibleMeasures visible,
            ApplicationEventPublisher events) {
        this.measures = measures;
        this.stays = stays;
        this.events = events;
        this.versions = versions;
        this.fields = fields;
        this.gates = gates;
        this.gateView = gateView;
        this.signatures = signatures;
        this.statusReports = statusReports;
        this.departments = departments;
        this.accounts = accounts;
        this.readable = readable;
        this.visible = visible;
    }

    @Override
    public void enter(TaskContext scope, String state) {
        MeasureState entered = MeasureState.valueOf(state);
        UUID into = entered == MeasureState.MERGED ? scope.id(MERGED_INTO) : null;
        measures.enter(scope.municipality(), scope.measureId(), entered, into, scope.actor());
        if (entered == MeasureState.CANCELLED || entered == MeasureState.MERGED) {
            events.publishEvent(new MeasureEnded(scope.municipality(), scope.measureId(), entered, scope.actor()));
        }
    }

    @Override
    public Card card(String municipality, UUID measureId) {
        return card(measures.find(municipality, measureId));
    }

    @Override
    public Optional<Pause> pause(String municipality, UUID measureId) {
        return stays.pause(municipality, measureId);
    }

    @Override
    public Map<String, Card> cards(String municipality, Collection<String> numbers) {
        return measures.numbered(municipality, numbers).stream().collect(Collectors.toMap(Measure::number, this::card));
    }

    @Override
    public List<String> matching(String municipality, String word, Collection<String> leads) {
        return measures.matching(municipality, word, leads);
    }

    private Card card(Measure measure) {
        return new Card(
                measure.id(),
                measure.number(),
                measure.title(),
                measure.shortTitle(),
                label(measure.state()),
                measure.state() == MeasureState.PAUSED);
    }

    @Override
    public List<Row> visibleTo(String municipality, List<String> ownDepartments, boolean everywhere) {
        return visible.all(municipality, ownDepartments, everywhere);
    }

    @Override
    public Optional<Row> visibleTo(
            String municipality, String number, List<String> ownDepartments, boolean everywhere) {
        return visible.withNumber(municipality, number, ownDepartments, everywhere);
    }

    @Override
    public Optional<Row> visibleTo(String municipality, UUID measure, List<String> ownDepartments, boolean everywhere) {
        return visible.withId(municipality, measure, ownDepartments, everywhere);
    }

    @Override
    public Optional<Map<String, Object>> details(String municipality, String number) {
        return measures.findByNumber(municipality, number).map(measure -> details(municipality, measure));
    }

    @Override
    public Optional<Map<String, Object>> details(String municipality, String number, Reader reader) {
        return measures.findByNumber(municipality, number)
                .map(measure -> readable.of(municipality, measure, reader, details(municipality, measure)));
    }

    private Map<String, Object> details(String municipality, Measure measure) {
        List<Version> all = versions.all(municipality, measure.id());
        MeasureRecord current = all.get(all.size() - 1).record();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("number", measure.number());
        data.put("title", measure.title());
        data.put("summary", current.outline().summary());
        data.put("description", current.outline().description());
        data.put(
                "fieldOfActionLabel",
                fields.fieldOfActionLabel(municipality, current.outline().fieldOfAction()));
        data.put("state", measure.state().name());
        data.put("stateLabel", label(measure.state()));
        data.put("stateReason", measures.reason(municipality, measure.id()).orElse(null));
        data.put("stateSince", stays.since(municipality, measure.id()).toString());
        data.put("mergedInto", stays.mergedInto(municipality, measure.id()).orElse(null));
        data.put("mergedFrom", stays.mergedFrom(municipality, measure.id()));
        data.put("leadLabel", nameToday(municipality, measure.lead()));
        data.put("responsibleBody", current.responsibility().responsibleBody());
        data.put("contributing", contributing(municipality, current));
        data.put("begin", Objects.toString(current.schedule().begin(), null));
        data.put("end", Objects.toString(current.schedule().end(), null));
        data.put("plannedUntil", plannedUntil(current.schedule()));
        data.put(
                "versions",
                all.stream().map(version -> version(municipality, version)).toList());
        List<Taken> decisions = gates.decisions(municipality, measure.id());
        data.put("decisions", gateView.decided(municipality, measure.id(), decisions));
        data.put(
                "coSignatures",
                signatures.stream()
                        .flatMap(module -> module.rounds(municipality, measure.id()).stream())
                        .toList());
        data.put("conditions", gateView.conditions(municipality, measure.id()));
        data.put("plannedPhases", plannedPhases(decisions));
        data.put(
                "statusReports",
                statusReports.of(municipality, measure.id()).stream()
                        .map(this::report)
                        .toList());
        return data;
    }

    /** @return the phases that the latest approval ordered, named like the states they lead to; null before one */
    private static List<String> plannedPhases(List<Taken> decisions) {
        return decisions.stream()
                .filter(taken -> !taken.preliminary())
                .map(Taken::decision)
                .filter(decision -> decision.result() == DecisionResult.APPROVE)
                .reduce((earlier, later) -> later)
                .map(decision -> decision.phases().stream().map(Enum::name).toList())
                .orElse(null);
    }

    private Map<String, Object> version(String municipality, Version version) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("version", version.version());
        data.put("source", VersionFields.source(version.source()));
        data.put("asOf", version.source().asOf().toString());
        data.put("url", version.source().url());
        data.put("createdBy", nameOf(version.createdBy()));
        data.put("createdAt", version.createdAt().toString());
        data.put("title", version.record().outline().title());
        data.put("fields", fields.of(municipality, version));
        return data;
    }

    private Map<String, Object> report(StatusReports.StatusReport report) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("asOf", report.asOf().toString());
        data.put("text", report.text());
        data.put("planNextYear", report.planNextYear());
        data.put("assessment", texts.name("measure.assessment", report.assessment()));
        return data;
    }

    private List<String> contributing(String municipality, MeasureRecord record) {
        return Stream.concat(
                        record.responsibility().contributing().stream()
                                .map(department -> nameToday(municipality, department))
                                .distinct(),
                        record.responsibility().partners().stream().map(MeasureRecord.Partner::name))
                .toList();
    }

    /** Who does a department's work today; what was written in a version keeps its name there. */
    private String nameToday(String municipality, String department) {
        return departments.nameOf(municipality, departments.currentOf(municipality, department));
    }

    private static String plannedUntil(MeasureRecord.Schedule schedule) {
        return schedule.plannedUntil() == null ? null : schedule.plannedUntil().text();
    }

    private String label(MeasureState state) {
        return texts.name("measure.state", state);
    }

    private String nameOf(String user) {
        // The engine's side of the house needs the measures to start, so it cannot be asked for before.
        Accounts known = accounts.getIfAvailable();
        return known == null ? user : known.nameOf(user);
    }
}
