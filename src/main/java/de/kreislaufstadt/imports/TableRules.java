package de.kreislaufstadt.imports;

import de.kreislaufstadt.measure.BudgetRelation;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.Lever;
import de.kreislaufstadt.measure.MeasureRecord.Partner;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.MeasureType;
import de.kreislaufstadt.measure.PlannedUntil;
import de.kreislaufstadt.measure.RStrategy;
import de.kreislaufstadt.measure.SpatialScope;
import de.kreislaufstadt.measure.WrittenValue.Family;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the cells of the product's own table become. The table is filled in for the product: what it does not understand is
 * refused with the row instead of being kept beside it. An empty cell says nothing.
 */
final class TableRules {

    private static final Map<Target, Family> FAMILIES = Map.of(
            Target.RENEWABLE_ENERGY, Family.RENEWABLE_ENERGY,
            Target.REPLACED_ENERGY, Family.REPLACED_ENERGY,
            Target.CO2, Family.CO2,
            Target.COST, Family.COST);

    private static final String LIST = "\\s*[;\\n]\\s*";

    private final ImportSettings settings;

    TableRules(ImportSettings settings) {
        this.settings = settings;
    }

    /** Reads a row into the draft of its measure. */
    void read(SourceRecord row, Draft draft) {
        draft.reading(row);
        row.fields()
                .forEach(field -> cell(draft, field, Column.find(field.path()).orElseThrow()));
        TableValues.read(row, draft, settings.source());
    }

    private void cell(Draft draft, SourceField field, Column column) {
        if (field.kind() == SourceField.Kind.FORMULA) {
            draft.refuse(field, column.target(), "imports.cell.formula", field.path());
        } else if (field.isBlank()) {
            draft.keep(field, column.target(), null, List.of());
        } else if (column.equals(Column.MUNICIPALITY)) {
            municipality(settings.city(), draft, field);
        } else if (column.equals(Column.BESIDE)) {
            draft.keep(field, null, null, List.of());
        } else if (!column.isReported()) {
            whole(draft, field, column.target());
        }
    }

    /** A row of another municipality is refused. */
    static void municipality(City city, Draft draft, SourceField field) {
        String said = field.text().strip();
        if (said.equals(city.key()) || said.equals(city.name())) {
            draft.keep(field, null, null, List.of());
        } else {
            draft.refuse(field, null, "imports.row.otherMunicipality", said, city.name());
        }
    }

    private void whole(Draft draft, SourceField field, Target target) {
        switch (target) {
            case NUMBER -> number(draft, field);
            case SUMMARY, DESCRIPTION, PARTICIPATION_TEXT, STATE_REASON -> text(draft, field, target, false);
            case PARTICIPATION_URL -> address(draft, field, target);
            case FIELD_OF_ACTION -> named(draft, field, target, settings.city().fieldsOfAction(), "fieldOfAction");
            case LEAD -> named(draft, field, target, settings.city().departments(), "department");
            case TYPE -> choice(draft, field, target, MeasureType.class, "measure.type");
            case SPATIAL_SCOPE -> choice(draft, field, target, SpatialScope.class, "measure.spatialScope");
            case BUDGET_RELATION -> choice(draft, field, target, BudgetRelation.class, "measure.budgetRelation");
            case CIRCULAR_FIELDS -> choices(draft, field, target, CircularField.class, "measure.circularField");
            case LEVERS -> choices(draft, field, target, Lever.class, "measure.lever");
            case R_STRATEGIES -> choices(draft, field, target, RStrategy.class, "measure.rStrategy");
            case CONTRIBUTING -> departments(draft, field);
            case PARTNERS -> partners(draft, field);
            case PLAN ->
                PlanCells.read(field.text())
                        .ifPresentOrElse(
                                plan -> draft.map(field, Target.PLAN, plan, List.of()),
                                () -> draft.refuse(field, Target.PLAN, "imports.plan.unreadable"));
            case STATE, STATE_BEFORE -> choice(draft, field, target, MeasureState.class, "measure.state");
            case STEPS -> steps(draft, field);
            case BEGIN, END -> day(draft, field, target);
            case PLANNED_UNTIL -> plannedUntil(draft, field);
            default -> text(draft, field, target, true);
        }
    }

    private void text(Draft draft, SourceField field, Target target, boolean oneLine) {
        CleanText clean = CleanText.of(field.text(), oneLine);
        if (clean.text() != null && clean.text().length() > target.longest()) {
            draft.refuse(
                    field,
                    target,
                    "form.maxLength",
                    target.longest(),
                    clean.text().length());
        } else {
            draft.keep(field, target, clean.text(), clean.findings());
        }
    }

    private static void number(Draft draft, SourceField field) {
        String number = field.text().strip();
        if (number.matches("[A-Z]{1,4}-\\d{2,5}")) {
            draft.keep(field, Target.NUMBER, number, List.of());
        } else {
            draft.refuse(field, Target.NUMBER, "imports.number.shape");
        }
    }

    private static void named(Draft draft, SourceField field, Target target, Map<String, String> names, String prefix) {
        Vocabulary.key(names, prefix, field.text())
                .ifPresentOrElse(
                        key -> draft.map(field, target, key, List.of()),
                        () -> draft.refuse(field, target, "imports.word.unknown", field.text()));
    }

    private static <E extends Enum<E>> void choice(
            Draft draft, SourceField field, Target target, Class<E> choices, String prefix) {
        Vocabulary.find(choices, prefix, field.text())
                .ifPresentOrElse(
                        choice -> draft.map(field, target, choice, List.of()),
                        () -> draft.refuse(field, target, "imports.word.unknown", field.text()));
    }

    private static <E extends Enum<E>> void choices(
            Draft draft, SourceField field, Target target, Class<E> choices, String prefix) {
        Optional<Set<E>> found = Vocabulary.findAll(choices, prefix, field.text());
        found.ifPresentOrElse(
                set -> draft.map(
                        field, target, List.copyOf(set.stream().sorted().toList()), List.of()),
                () -> draft.refuse(field, target, "imports.word.unknown", field.text()));
    }

    private void departments(Draft draft, SourceField field) {
        List<String> keys = new ArrayList<>();
        for (String name : field.text().strip().split(LIST)) {
            Optional<String> key = Vocabulary.key(settings.city().departments(), "department", name);
            if (key.isEmpty()) {
                draft.refuse(field, Target.CONTRIBUTING, "imports.word.unknown", name);
                return;
            }
            keys.add(key.get());
        }
        draft.map(field, Target.CONTRIBUTING, keys.stream().distinct().sorted().toList(), List.of());
    }

    private static void partners(Draft draft, SourceField field) {
        List<Partner> partners = Arrays.stream(field.text().strip().split(LIST))
                .filter(name -> !name.isBlank())
                .map(Partner::new)
                .distinct()
                .toList();
        if (partners.stream().anyMatch(partner -> partner.name().length() > Target.PARTNERS.longest())) {
            draft.refuse(
                    field,
                    Target.PARTNERS,
                    "form.maxLength",
                    Target.PARTNERS.longest(),
                    field.text().length());
        } else {
            draft.map(field, Target.PARTNERS, partners, List.of());
        }
    }

    /** As the page that shows it wants it. */
    private void address(Draft draft, SourceField field, Target target) {
        if (field.text().strip().matches("https://[^\\s<>\"]+")) {
            text(draft, field, target, true);
        } else {
            draft.refuse(field, target, "imports.list.noAddress");
        }
    }

    private void steps(Draft draft, SourceField field) {
        List<PastSteps.Step> steps = new ArrayList<>();
        for (String words : field.text().strip().split(LIST)) {
            Optional<PastSteps.Step> step =
                    PastSteps.read(words, settings.city().steps());
            if (step.isEmpty()) {
                draft.refuse(field, Target.STEPS, "imports.step.unknown", words);
                return;
            }
            if (step.get().day().isAfter(settings.source().asOf())) {
                draft.refuse(field, Target.STEPS, "imports.step.later", words);
                return;
            }
            steps.add(step.get());
        }
        draft.map(field, Target.STEPS, List.copyOf(steps), List.of());
    }

    private static void day(Draft draft, SourceField field, Target target) {
        Optional<LocalDate> day = Values.day(field.text());
        day.ifPresentOrElse(
                value -> draft.map(field, target, value, List.of()),
                () -> draft.refuse(field, target, "imports.day.unreadable"));
    }

    private static void plannedUntil(Draft draft, SourceField field) {
        try {
            PlannedUntil planned = Values.day(field.text())
                    .<PlannedUntil>map(PlannedUntil.Day::new)
                    .orElseGet(() -> month(field.text().strip()));
            draft.map(field, Target.PLANNED_UNTIL, planned, List.of());
        } catch (DateTimeException e) {
            draft.refuse(field, Target.PLANNED_UNTIL, "measure.schedule.plannedUnreadable");
        }
    }

    /** As people write a month, or as the open data do. */
    private static PlannedUntil month(String text) {
        return text.matches("\\d{4}-\\d{2}") ? new PlannedUntil.Month(YearMonth.parse(text)) : PlannedUntil.parse(text);
    }

    static Family family(Target target) {
        return FAMILIES.get(target);
    }
}
