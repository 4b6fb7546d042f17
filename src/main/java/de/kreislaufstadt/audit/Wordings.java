package de.kreislaufstadt.audit;

import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.StepNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What keys and codes of the log are called in the language of the reader. */
@Component
class Wordings {

    private static final String HEADS = "-head";
    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)]\\..+");
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private static final Texts TEXTS = Texts.of("audit");
    private static final Texts PROCESS = Texts.of("process");
    private static final Texts STATES = Texts.of("measure");

    private final FormSchemas forms;
    private final DepartmentDirectory departments;
    private final StepNames steps;

    Wordings(FormSchemas forms, DepartmentDirectory departments, StepNames steps) {
        this.steps = steps;
        this.forms = forms;
        this.departments = departments;
    }

    /** @return what stands where the name of a person stood who has been deleted */
    String deletedPerson() {
        return PROCESS.get("process.deletedPerson");
    }

    String kind(String kind) {
        return TEXTS.getOr("audit.kind." + kind, kind);
    }

    String decision(String table) {
        return TEXTS.getOr("audit.decision." + table, table);
    }

    /** @return name of the department, and whether its heads are meant */
    String group(String municipality, String group) {
        if (group == null || !group.startsWith(municipality + "-")) {
            return group;
        }
        String key = group.substring(municipality.length() + 1);
        if ("managers".equals(key)) {
            return TEXTS.get("audit.role.managers");
        }
        return key.endsWith(HEADS)
                ? TEXTS.get(
                        "audit.role.heads",
                        departments.nameOf(municipality, key.substring(0, key.length() - HEADS.length())))
                : departments.nameOf(municipality, key);
    }

    /**
     * @param form name of the form of the step it was about; null where there is none
     * @param own whether the field is one of the form, rather than of the action
     */
    String field(String form, boolean own, String path) {
        String named = own ? null : TEXTS.getOr("audit.field." + path, null);
        return named == null ? schema(form).map(schema -> label(schema, path)).orElse(path) : named;
    }

    /** Rows of a list are told apart by their numbers, e.g. "Einladungen 2: Organisation". */
    private static String label(FormSchema schema, String path) {
        Matcher row = ROW.matcher(path);
        return row.matches()
                ? TEXTS.get(
                        "audit.row",
                        schema.labelOf(row.group(1)),
                        Integer.toString(Integer.parseInt(row.group(2)) + 1),
                        schema.labelOf(path))
                : schema.labelOf(path);
    }

    /** @return a value as the form or a page shows it */
    String value(String municipality, String form, boolean own, String path, String value) {
        if (value == null) {
            return null;
        }
        if (own) {
            return chosen(form, path, value);
        }
        return switch (path) {
            case "state" -> STATES.getOr("measure.state." + value, value);
            case "group", "asked" -> group(municipality, value);
            case "lead", "department" -> departments.nameOf(municipality, value);
            case "step" -> steps.nameOf(value);
            case "cause" -> TEXTS.getOr("audit.cause." + value, chosen(form, path, value));
            case "signatures" ->
                Stream.of(value.split(", "))
                        .map(department -> departments.nameOf(municipality, department))
                        .collect(Collectors.joining(", "));
            default -> chosen(form, path, value);
        };
    }

    /** @return what was done with a step before its measure was taken over */
    String doneBefore() {
        return TEXTS.get("audit.doneBefore");
    }

    /** @return name of a department; null for none */
    String department(String municipality, String key) {
        return key == null ? null : departments.nameOf(municipality, key);
    }

    /** Several choices stand beside each other. */
    private String chosen(String form, String path, String value) {
        List<String> choices = List.of(value.split(", "));
        List<String> labels = schema(form).stream()
                .flatMap(schema -> choices.stream().flatMap(choice -> schema.choice(path, choice).stream()))
                .toList();
        return labels.size() == choices.size() ? String.join(", ", labels) : plain(value);
    }

    private static String plain(String value) {
        if (value.matches(DAY)) {
            return ReadersLanguage.day(LocalDate.parse(value));
        }
        return "true".equals(value) ? TEXTS.get("audit.yes") : value;
    }

    private Optional<FormSchema> schema(String form) {
        return form == null ? Optional.empty() : forms.find(form);
    }
}
