package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.imports.ImportPlan.Field;
import de.kreislaufstadt.imports.ImportPlan.Next;
import de.kreislaufstadt.imports.ImportPlan.Row;
import de.kreislaufstadt.imports.KnownMeasures.Known;
import de.kreislaufstadt.measure.MeasureRecord;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a source says with what the municipality has, and says what applying it would do. */
final class Planner {

    /** What is said of new measures only: afterwards steps of the process and heads of departments decide about it. */
    private static final List<Target> ONLY_AT_FIRST = List.of(
            Target.STATE,
            Target.STATE_REASON,
            Target.STATE_BEFORE,
            Target.STEPS,
            Target.DECISIONS,
            Target.LEAD,
            Target.NUMBER);

    /** What a person reads a word about if the measure is there already: the process sets it. */
    private static final List<Target> OF_THE_PROCESS = List.of(Target.STATE, Target.STEPS, Target.DECISIONS);

    /** Measures that are read together. */
    private static final int BLOCK = 200;

    private final ImportSettings settings;
    private final KnownMeasures known;
    private final Defaults defaults;

    Planner(ImportSettings settings, KnownMeasures known) {
        this.settings = settings;
        this.known = known;
        this.defaults = new Defaults(settings);
    }

    ImportPlan plan(List<Draft> drafts) {
        return plan(drafts, (done, total) -> {});
    }

    /** @param progress hears after each row how far it is */
    ImportPlan plan(List<Draft> drafts, Progress progress) {
        refuseTwice(drafts);
        SharedTotals.find(drafts);
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < drafts.size(); from += BLOCK) {
            List<Draft> block = drafts.subList(from, Math.min(drafts.size(), from + BLOCK));
            Map<UUID, Known> there = known.read(
                    block.stream().flatMap(draft -> find(draft).stream()).collect(Collectors.toSet()));
            for (Draft draft : block) {
                rows.add(row(draft, find(draft).map(there::get)));
                progress.told(rows.size(), drafts.size());
            }
        }
        return new ImportPlan(rows);
    }

    /** Two rows that mean the same measure, one by its number and the other by its id, or both by its number. */
    private void refuseTwice(List<Draft> drafts) {
        Map<Object, Draft> first = new HashMap<>();
        for (Draft draft : drafts) {
            Object key = find(draft)
                    .<Object>map(id -> id)
                    .orElse(draft.value(Target.NUMBER).orElse("id " + draft.id()));
            Draft other = first.putIfAbsent(key, draft);
            if (other != null && draft.refusals().isEmpty()) {
                String places = other.position() + ", " + draft.position();
                other.refuse(Target.EXTERNAL_ID.path(), other.id(), "imports.id.twice", draft.id(), places);
                draft.refuse(Target.EXTERNAL_ID.path(), draft.id(), "imports.id.twice", draft.id(), places);
            }
        }
    }

    private Optional<UUID> find(Draft draft) {
        return draft.value(Target.NUMBER)
                .flatMap(number -> known.byNumber((String) number))
                .or(() -> known.byExternalId(draft.id()));
    }

    private Row row(Draft draft, Optional<Known> there) {
        boolean saysNothing = there.isEmpty() && draft.isBeside()
                || draft.stated().isEmpty() && !draft.refusals().isEmpty();
        if (there.isEmpty() && draft.isBeside()) {
            draft.refuse(Target.EXTERNAL_ID.path(), draft.id(), "imports.id.noMeasure", draft.id());
        } else if (there.isEmpty() && !saysNothing) {
            defaults.supply(draft);
            TakenOver.check(draft);
        }
        refuseNewId(draft, there);
        Map<Target, Object> before = there.map(Known::values).orElseGet(() -> new EnumMap<>(Target.class));
        Map<Target, Object> after = Overlay.of(before, draft.stated());
        List<StatusReport> reports = newReports(draft, there);
        Optional<MeasureRecord> record = saysNothing ? Optional.empty() : check(draft, there, after);
        boolean refused = record.isEmpty() || !draft.refusals().isEmpty();
        List<Field> fields = fields(draft, there.isPresent(), refused, before, after, reports);
        boolean changed = record.isPresent()
                && there.map(measure -> !measure.record().equals(record.get())).orElse(true);
        Participation participation = participation(before, after);
        Fate fate = refused
                ? Fate.REFUSED
                : there.isEmpty()
                        ? Fate.CREATED
                        : changed || !reports.isEmpty() || participation != null ? Fate.UPDATED : Fate.LEFT;
        Next next = refused || fate == Fate.LEFT
                ? null
                : new Next(
                        there.map(Known::version).orElse(0),
                        changed ? record.get() : null,
                        reports,
                        there.isPresent() ? null : TakenOver.begin(draft, settings, reports),
                        participation);
        return new Row(
                draft.position(),
                draft.id(),
                there.map(Known::id).orElse(null),
                there.map(Known::number)
                        .orElse((String) draft.value(Target.NUMBER).orElse(null)),
                fate,
                fields,
                draft.accounts(),
                draft.findings(),
                next);
    }

    /** An id that a measure already has may be as it is: somebody has typed it into a form. */
    private static void refuseNewId(Draft draft, Optional<Known> there) {
        draft.value(Target.EXTERNAL_ID)
                .map(Object::toString)
                .filter(id -> !Contract.isId(id)
                        && there.map(known ->
                                        !id.equals(known.record().outline().externalId()))
                                .orElse(true))
                .ifPresent(id -> draft.refuse(Target.EXTERNAL_ID.path(), id, "imports.id.characters"));
    }

    /** @return how to take part, null if it stays as it is */
    private static Participation participation(Map<Target, Object> before, Map<Target, Object> after) {
        boolean same = Stream.of(Target.PARTICIPATION_TEXT, Target.PARTICIPATION_URL)
                .allMatch(target -> Objects.equals(before.get(target), after.get(target)));
        return same
                ? null
                : new Participation(
                        (String) after.get(Target.PARTICIPATION_TEXT), (String) after.get(Target.PARTICIPATION_URL));
    }

    private static List<StatusReport> newReports(Draft draft, Optional<Known> there) {
        List<?> said = (List<?>) draft.value(Target.STATUS_REPORTS).orElse(List.of());
        return said.stream()
                .map(StatusReport.class::cast)
                .filter(report -> there.stream()
                        .flatMap(measure -> measure.reports().stream())
                        .noneMatch(other ->
                                other.asOf().equals(report.asOf()) && Overlay.saysTheSame(other.text(), report.text())))
                .toList();
    }

    private Optional<MeasureRecord> check(Draft draft, Optional<Known> there, Map<Target, Object> values) {
        boolean complete = true;
        for (Target target : Target.values()) {
            if (target.mandatory() && !values.containsKey(target)) {
                draft.refuse(target.path(), null, "imports.field.missing", target);
                complete = false;
            }
        }
        if (!complete) {
            return Optional.empty();
        }
        Object lead =
                there.<Object>map(Known::lead).orElse(draft.value(Target.LEAD).orElse(settings.lead()));
        if (values.get(Target.CONTRIBUTING) instanceof List<?> departments && departments.contains(lead)) {
            draft.refuse(
                    Target.CONTRIBUTING.path(),
                    draft.original(Target.CONTRIBUTING).orElse(null),
                    "measure.responsibility.leadContributes");
        }
        try {
            return Optional.of(RecordValues.record(values, settings.source()));
        } catch (FormRefused e) {
            e.problems()
                    .forEach(problem -> draft.refuse(
                            problem.field(),
                            original(draft, problem.field()),
                            problem.messageKey(),
                            problem.arguments().toArray()));
            return Optional.empty();
        }
    }

    private static String original(Draft draft, String path) {
        for (Target target : Target.values()) {
            if (path.equals(target.path()) || path.startsWith(target.path() + ".")) {
                return draft.original(target).orElse(null);
            }
        }
        return null;
    }

    private List<Field> fields(
            Draft draft,
            boolean there,
            boolean refused,
            Map<Target, Object> before,
            Map<Target, Object> after,
            List<StatusReport> reports) {
        List<Field> fields = new ArrayList<>();
        draft.stated().keySet().forEach(target -> {
            Object old = before.get(target);
            Object next = target == Target.STATUS_REPORTS
                    ? reports
                    : ONLY_AT_FIRST.contains(target) ? draft.value(target).orElseThrow() : after.get(target);
            Fate fate = fate(target, there, refused, old, next);
            List<Finding> findings = new ArrayList<>(draft.findings(target));
            if (there && OF_THE_PROCESS.contains(target) && !Objects.equals(old, next)) {
                findings.add(Finding.of(Kind.STATE_FOR_TAKE_OVER));
            }
            fields.add(new Field(
                    target,
                    target.path(),
                    fate,
                    old,
                    next,
                    draft.original(target).orElse(null),
                    findings,
                    null));
        });
        draft.refusals().forEach(refusal -> {
            fields.removeIf(field -> field.path().equals(refusal.problem().field()));
            fields.add(refused(refusal.problem(), refusal.original()));
        });
        return fields;
    }

    private static Fate fate(Target target, boolean there, boolean refused, Object old, Object next) {
        boolean nothingNew = there && ONLY_AT_FIRST.contains(target)
                || target == Target.STATUS_REPORTS && ((List<?>) next).isEmpty()
                || Objects.equals(old, next);
        if (refused || nothingNew) {
            return Fate.LEFT;
        }
        return old == null ? Fate.CREATED : Fate.UPDATED;
    }

    private static Field refused(FieldProblem problem, String original) {
        return new Field(null, problem.field(), Fate.REFUSED, null, null, original, List.of(), problem);
    }
}
