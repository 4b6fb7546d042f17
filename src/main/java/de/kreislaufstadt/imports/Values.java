package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.measure.MeasureType;
import de.kreislaufstadt.measure.PlannedUntil;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.Source;
import de.kreislaufstadt.measure.SpatialScope;
import de.kreislaufstadt.measure.WrittenValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How fields become values of the record, whichever file they are from. */
final class Values {

    private static final int LONGEST_YEAR_GAP = 150;

    private final ImportSettings settings;

    Values(ImportSettings settings) {
        this.settings = settings;
    }

    /** A text in its own words; what does not fit is cut, which is said. */
    void text(Draft draft, SourceField field, Target target, boolean oneLine) {
        if (field.isBlank()) {
            draft.keep(field, target, null, List.of());
            return;
        }
        CleanText clean = CleanText.of(field.text(), oneLine);
        List<Finding> found = new ArrayList<>(clean.findings());
        draft.keep(field, target, fitting(clean.text(), target, found), found);
    }

    /** A code of the municipality's list of fields, with the source's wording beside it. */
    void fieldOfAction(Draft draft, SourceField field) {
        coded(draft, field, Target.FIELD_OF_ACTION, Target.FIELD_OF_ACTION_ORIGINAL, words -> {
            Map<String, String> names = settings.city().fieldsOfAction();
            return Vocabulary.key(names, "fieldOfAction", words).map(code -> new Named(code, names.get(code)));
        });
    }

    /** A category of the whole file as a first idea of the field of action. */
    void category(Draft draft, SourceField field) {
        Optional<String> code = field.isBlank()
                ? Optional.empty()
                : Vocabulary.key(settings.city().fieldsOfAction(), "fieldOfAction", field.text());
        if (code.isPresent()) {
            draft.map(field, Target.FIELD_OF_ACTION, code.get(), List.of());
        } else {
            draft.keep(
                    field,
                    null,
                    null,
                    field.isBlank() ? List.of() : List.of(Finding.of(Kind.UNKNOWN_WORD, field.text())));
        }
    }

    void type(Draft draft, SourceField field) {
        coded(
                draft,
                field,
                Target.TYPE,
                Target.TYPE_ORIGINAL,
                words -> Vocabulary.find(MeasureType.class, "measure.type", words)
                        .map(type -> new Named(type, ImportTexts.measure("measure.type", type))));
    }

    /** Where the measure applies: a scope if the words name one, and always the words themselves. */
    void scope(Draft draft, SourceField field) {
        if (field.isBlank()) {
            draft.keep(field, Target.SPATIAL_TEXT, null, List.of());
            return;
        }
        CleanText clean = CleanText.of(field.text(), true);
        List<Finding> found = new ArrayList<>(clean.findings());
        Optional<SpatialScope> scope = Vocabulary.find(SpatialScope.class, "measure.spatialScope", clean.text())
                .or(() -> Vocabulary.find(SpatialScope.class, "measure.spatialScope", withoutCity(clean.text())));
        String text = fitting(clean.text(), Target.SPATIAL_TEXT, found);
        if (scope.isPresent()) {
            draft.map(field, Target.SPATIAL_TEXT, text, found);
            draft.stateBeside(Target.SPATIAL_SCOPE, scope.get(), field);
        } else {
            found.add(Finding.of(Kind.UNKNOWN_WORD, clean.text()));
            draft.keep(field, Target.SPATIAL_TEXT, text, found);
        }
    }

    /** A reported value from German text. */
    void reported(Draft draft, SourceField field, Target target, WrittenValue.Family family) {
        Source source = settings.source();
        String wording = field.text();
        if (field.isBlank()) {
            draft.keep(field, target, null, List.of());
            return;
        }
        CleanText clean = CleanText.of(wording, false);
        List<Finding> found = new ArrayList<>(clean.findings());
        WrittenValue.Reading reading = WrittenValue.read(clean.text(), family, source.document(), source.asOf());
        reading.peculiarities().stream()
                .sorted()
                .map(peculiarity -> Finding.of(Kind.valueOf(peculiarity.name()), CleanText.excerpt(clean.text())))
                .forEach(found::add);
        draft.map(field, target, reportedFitting(reading.value(), target, found), found);
    }

    /** @return the value with a wording that fits */
    static ReportedValue reportedFitting(ReportedValue value, Target target, List<Finding> found) {
        String wording = value.statement().text();
        if (wording == null || wording.length() <= target.longest()) {
            return value;
        }
        ReportedValueForm fields = ReportedValueForm.from(value);
        return new ReportedValueForm(
                        fields.status(),
                        fields.value(),
                        fields.from(),
                        fields.to(),
                        fields.operator(),
                        fields.unit(),
                        fields.baseYear(),
                        fields.targetYear(),
                        fields.cumulative(),
                        fitting(wording, target, found),
                        fields.reference(),
                        fields.source(),
                        fields.asOf())
                .toReportedValue(target.path());
    }

    /** @return the text, cut where it does not fit, which is noted */
    static String fitting(String text, Target target, List<Finding> found) {
        if (text == null || target.longest() == 0 || text.length() <= target.longest()) {
            return text;
        }
        found.add(Finding.of(Kind.SHORTENED, text.length(), target.longest()));
        return cut(text, target.longest());
    }

    /** Cuts at the end of a word, so that nobody takes half a word for the author's. */
    static String cut(String text, int longest) {
        int end = text.lastIndexOf(' ', longest - 2);
        return text.substring(0, end > longest / 2 ? end : longest - 2).strip() + " …";
    }

    /** @return a day in German or in the way of files; empty if it is none */
    static Optional<LocalDate> day(String text) {
        String plain = text.strip();
        try {
            return Optional.of(
                    plain.matches("\\d{4}-\\d{2}-\\d{2}")
                            ? LocalDate.parse(plain)
                            : LocalDate.parse(plain, PlannedUntil.DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @return whether the number can be a calendar year of a measure */
    boolean isYear(int number) {
        return Math.abs(number - settings.source().asOf().getYear()) < LONGEST_YEAR_GAP && number >= 1900;
    }

    private String withoutCity(String words) {
        String name = settings.city().name().replaceFirst("^Stadt ", "");
        return words.replace(name + "s ", "").replace(name, "").strip();
    }

    private record Named(Object code, String name) {}

    private interface Codes {

        Optional<Named> find(String words);
    }

    private void coded(Draft draft, SourceField field, Target target, Target original, Codes codes) {
        if (field.isBlank()) {
            draft.keep(field, target, null, List.of());
            return;
        }
        CleanText clean = CleanText.of(field.text(), true);
        List<Finding> found = new ArrayList<>(clean.findings());
        Optional<Named> named = codes.find(clean.text());
        if (named.isEmpty()) {
            found.add(Finding.of(Kind.UNKNOWN_WORD, clean.text()));
            draft.map(field, target, null, found);
            draft.stateBeside(original, fitting(clean.text(), original, found), field);
            return;
        }
        draft.value(target)
                .filter(other -> !other.equals(named.get().code()))
                .ifPresent(other -> found.add(Finding.of(
                        Kind.CONTRADICTION, clean.text(), draft.original(target).orElse(other.toString()))));
        draft.map(field, target, named.get().code(), found);
        if (!named.get().name().equals(clean.text())) {
            draft.stateBeside(original, fitting(clean.text(), original, found), field);
        }
    }
}
