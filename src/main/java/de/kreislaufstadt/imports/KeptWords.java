package de.kreislaufstadt.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.MeasureDecision;
import de.kreislaufstadt.measure.MeasureRecord.PlanRow;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.ReportedValueText;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.process.StepNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Values as a report keeps them: codes, days and numbers as such, so that everybody reads them in their own language. What a source or
 * a city has named itself is kept by that name.
 */
final class KeptWords {

    /** The database knows no such character in a text; JSON can bring one. */
    private static final String NUL = "\0";

    private static final Texts MEASURE = Texts.of("measure");

    private static final String DAY = "day";
    private static final String STEP = "step";
    private static final String CHOICE = "choice";
    private static final String VALUE = "value";
    private static final String PLAN = "plan";
    private static final String FIELD = "field";
    private static final String TEXT = "text";

    private final ObjectMapper json;

    KeptWords(ObjectMapper json) {
        this.json = json;
    }

    /** @return the value to be kept; a missing one as JSON's null */
    JsonNode keep(City city, Target target, Object value) {
        if (value instanceof List<?> list) {
            ArrayNode all = json.createArrayNode();
            list.forEach(one -> all.add(keep(city, target, one)));
            return all;
        }
        if (value instanceof Number number) {
            return json.valueToTree(number);
        }
        ObjectNode words = json.createObjectNode();
        if (value instanceof Enum<?> choice && Shown.prefix(choice) != null) {
            return words.put(CHOICE, Shown.prefix(choice) + "." + choice.name());
        }
        if (value instanceof Target field) {
            return words.put(FIELD, field.path());
        }
        if (value instanceof LocalDate day) {
            return words.put(DAY, day.toString());
        }
        if (value instanceof PastSteps.Step step) {
            return words.put(DAY, step.day().toString()).put(STEP, step.task());
        }
        if (value instanceof ReportedValue reported) {
            return words.set(VALUE, json.valueToTree(ReportedValueForm.from(reported)));
        }
        if (value instanceof PlanRow row) {
            return words.set(PLAN, json.valueToTree(row));
        }
        if (value instanceof StatusReport report) {
            return words.put(DAY, report.asOf().toString()).put(TEXT, CleanText.excerpt(report.text()));
        }
        if (value instanceof MeasureDecision decision) {
            return words.put(DAY, decision.decidedOn().toString())
                    .put(
                            CHOICE,
                            Shown.prefix(decision.result()) + "."
                                    + decision.result().name())
                    .put(TEXT, decision.body());
        }
        return value == null ? json.nullNode() : json.valueToTree(plain(Shown.of(city, target, value)));
    }

    /** @return the value in the language of who reads it now; empty if none was kept */
    String show(JsonNode kept, StepNames steps) {
        if (kept.isArray()) {
            return StreamSupport.stream(kept.spliterator(), false)
                    .map(one -> show(one, steps))
                    .collect(Collectors.joining("; "));
        }
        if (!kept.isObject()) {
            return kept.isMissingNode() ? "" : kept.asText("");
        }
        List<String> parts = new ArrayList<>();
        if (kept.has(DAY)) {
            parts.add(ReadersLanguage.day(LocalDate.parse(kept.get(DAY).asText())));
        }
        if (kept.has(STEP)) {
            parts.add(steps.nameOf(kept.get(STEP).asText()));
        }
        if (kept.has(CHOICE)) {
            String key = kept.get(CHOICE).asText();
            parts.add(MEASURE.getOr(key, key));
        }
        if (kept.has(TEXT)) {
            parts.add(kept.get(TEXT).asText());
        }
        if (kept.has(FIELD)) {
            parts.add(Places.label(kept.get(FIELD).asText()));
        }
        if (kept.has(VALUE)) {
            parts.add(ReportedValueText.of(
                    read(kept.get(VALUE), ReportedValueForm.class).toReportedValue(VALUE)));
        }
        if (kept.has(PLAN)) {
            parts.add(PlanCells.written(List.of(read(kept.get(PLAN), PlanRow.class))));
        }
        return String.join(" ", parts);
    }

    /** @return the same for a placeholder of a message, where a number stays one */
    Object argument(JsonNode kept, StepNames steps) {
        return kept.isNumber() ? kept.decimalValue() : show(kept, steps);
    }

    static String plain(String text) {
        return text == null ? null : text.replace(NUL, "\uFFFD");
    }

    private <T> T read(JsonNode kept, Class<T> type) {
        try {
            return json.treeToValue(kept, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept value cannot be read", e);
        }
    }
}
