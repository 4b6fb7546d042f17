package de.kreislaufstadt.reporting;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ActionOutline;
import de.kreislaufstadt.measure.ReportedSum;
import de.kreislaufstadt.measure.ReportedSum.Part;
import de.kreislaufstadt.measure.ReportedValue;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import de.kreislaufstadt.measure.ReportedValueForm;
import de.kreislaufstadt.measure.ReportedValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the values of several measures add up to: in each unit for itself, with how many of all measures state a number in it.
 * A cost that several measures share counts once.
 */
final class StatedValues {

    private final Texts texts;
    private final Map<String, List<Part>> byField = new LinkedHashMap<>();

    StatedValues(Texts texts) {
        this.texts = texts;
    }

    void add(ActionOutline outline) {
        add("renewableEnergy", outline.renewableEnergy(), null);
        add("replacedEnergy", outline.replacedEnergy(), null);
        add("emissions", outline.co2(), null);
        add("costs", outline.cost(), outline.costGroup());
    }

    private void add(String field, ReportedValueForm value, String group) {
        byField.computeIfAbsent(field, name -> new ArrayList<>()).add(new Part(value.toReportedValue(field), group));
    }

    /** @return field, sum in one unit, and how many state it; where nobody states a number, one line says so */
    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        byField.forEach((field, parts) -> {
            TreeSet<Unit> units = new TreeSet<>();
            parts.forEach(part -> {
                if (part.value() instanceof Value value) {
                    units.add(value.unit());
                }
            });
            String name = texts.get("reporting.b22.german." + field);
            if (units.isEmpty()) {
                lines.add(List.of(name, "–", texts.get("reporting.b22.nOfM", "0", Integer.toString(parts.size()))));
            }
            units.forEach(unit -> lines.add(line(name, ReportedSum.of(unit, parts))));
        });
        return lines;
    }

    private List<String> line(String name, ReportedSum sum) {
        ReportedValue total = new Value(
                sum.total(),
                ReportedValue.Operator.EQUAL,
                sum.unit(),
                ReportedValue.Statement.of("-", java.time.LocalDate.EPOCH));
        return List.of(
                name,
                ReportedValueText.of(total),
                texts.get("reporting.b22.nOfM", Integer.toString(sum.stated()), Integer.toString(sum.of())));
    }
}
