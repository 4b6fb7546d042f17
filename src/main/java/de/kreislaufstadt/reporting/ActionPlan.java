package de.kreislaufstadt.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ActionOutline;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.ReportedValueText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Table B-2.2 of the Climate City Contract Action Plan, 4 groups with 14 fields, from what was frozen in a round. A value that
 * is not a number stands there in words; numbers are added up in one unit only, with how many measures state one.
 */
@Service
class ActionPlan {

    /** Groups of the table with the number of their fields, after the number of the measure. */
    private static final List<String> GROUPS =
            List.of("outline", "", "", "pathway", "", "", "implementation", "", "", "", "impact", "", "", "");

    private static final List<String> FIELDS = List.of(
            "name",
            "type",
            "description",
            "fieldOfAction",
            "lever",
            "outcome",
            "responsible",
            "scale",
            "stakeholders",
            "comments",
            "renewableEnergy",
            "replacedEnergy",
            "emissions",
            "costs");

    private final Texts texts = Texts.of("reporting");
    private final ClimateUnit unit;
    private final RoundTable rounds;
    private final RoundRows rows;
    private final ObjectMapper json;

    ActionPlan(ClimateUnit unit, RoundTable rounds, RoundRows rows, ObjectMapper json) {
        this.unit = unit;
        this.rounds = rounds;
        this.rows = rows;
        this.json = json;
    }

    /** @throws RoundRefused unless the round is frozen */
    @Transactional(readOnly = true)
    Round of(String key) {
        Round round = rounds.find(unit.reading().municipality(), key).orElseThrow(RoundDesk.NoSuchRound::new);
        if (round.state() != RoundState.FROZEN) {
            throw new RoundRefused("reporting.round.notFrozen");
        }
        return round;
    }

    /** Writes the workbook row by row; only the last rows are held in memory. */
    @Transactional(readOnly = true)
    public void write(Round round, OutputStream out) {
        String municipality = unit.reading().municipality();
        ReadersLanguage.in(Locale.GERMAN, () -> {
            try (Workbook workbook = new Workbook(out)) {
                StatedValues stated = new StatedValues(texts);
                workbook.sheet(texts.get("reporting.b22.sheet"));
                workbook.head(with("", GROUPS.stream().map(this::group).toList()));
                workbook.head(with(texts.get("reporting.b22.number"), fields("reporting.b22.field.")));
                workbook.head(with("", fields("reporting.b22.german.")));
                rows.each(municipality, round.id(), row -> {
                    ActionOutline outline = outline(row);
                    stated.add(outline);
                    workbook.row(with(outline.number(), cells(outline, row)));
                });
                workbook.sheet(texts.get("reporting.b22.values"));
                workbook.head(List.of(texts.get("reporting.b22.values.head").split(";")));
                stated.lines().forEach(workbook::row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
    }

    private String group(String key) {
        return key.isEmpty() ? "" : texts.get("reporting.b22.group." + key);
    }

    private List<String> fields(String prefix) {
        return FIELDS.stream().map(field -> texts.get(prefix + field)).toList();
    }

    private static List<String> with(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private List<String> cells(ActionOutline outline, RoundRows.Row row) {
        List<String> cells = new ArrayList<>(List.of(
                outline.title(),
                outline.type(),
                outline.description(),
                outline.fieldOfAction(),
                Objects.toString(outline.levers(), ""),
                Objects.toString(outline.outcome(), ""),
                outline.responsibleBody() + " (" + outline.lead() + ")",
                outline.scope(),
                Objects.toString(outline.involved(), ""),
                comments(row)));
        Stream.of(outline.renewableEnergy(), outline.replacedEnergy(), outline.co2(), outline.cost())
                .map(ActionPlan::words)
                .forEach(cells::add);
        return cells;
    }

    /** What the measure reported, and why where it did not. */
    private String comments(RoundRows.Row row) {
        return switch (row.state()) {
            case REPORTED ->
                Stream.of(
                                texts.name("reporting.assessment", row.assessment()) + ", "
                                        + ReadersLanguage.day(row.asOf()) + ": " + row.text(),
                                row.reason() == null ? null : texts.get("reporting.draft.reason", row.reason()),
                                row.correctedText() == null
                                        ? null
                                        : texts.get("reporting.b22.corrected", row.correctedText()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
            case RESTING, ENDED ->
                Stream.of(texts.name("reporting.reportState", row.state()), row.restsBecause())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(": "));
            default -> texts.name("reporting.reportState", row.state());
        };
    }

    private static String words(ReportedValueForm value) {
        return ReportedValueText.full(value.toReportedValue("value"));
    }

    private ActionOutline outline(RoundRows.Row row) {
        try {
            return json.readValue(row.snapshot(), ActionOutline.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Snapshot of " + row.report() + " cannot be read", e);
        }
    }
}
