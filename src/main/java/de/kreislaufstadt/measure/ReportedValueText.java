package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ReportedValue.Elsewhere;
import de.kreislaufstadt.measure.ReportedValue.NoNumber;
import de.kreislaufstadt.measure.ReportedValue.Operator;
import de.kreislaufstadt.measure.ReportedValue.Range;
import de.kreislaufstadt.measure.ReportedValue.Unit;
import de.kreislaufstadt.measure.ReportedValue.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reported values in German words and numbers. */
public final class ReportedValueText {

    private static final Texts TEXTS = Texts.of("measure");

    private ReportedValueText() {}

    /** @return the value itself, e.g. {@code ca. 862.139,70 €}, {@code 10 bis 20 t CO2/a} or {@code Nicht zutreffend} */
    public static String of(ReportedValue reported) {
        if (reported instanceof Value value) {
            String number = number(value.number(), value.unit());
            return value.operator() == Operator.EQUAL
                    ? number
                    : TEXTS.name("measure.reportedValue.sign", value.operator()) + " " + number;
        }
        if (reported instanceof Range range) {
            return TEXTS.get(
                    "measure.reportedValue.range", GermanNumber.format(range.from()), number(range.to(), range.unit()));
        }
        if (reported instanceof Elsewhere elsewhere) {
            return TEXTS.get(
                    "measure.reportedValue.elsewhere", elsewhere.statement().reference());
        }
        return TEXTS.name("measure.reportedValue.status", ((NoNumber) reported).status());
    }

    /** @return the value with everything its source says around it */
    public static String full(ReportedValue reported) {
        ReportedValue.Statement statement = reported.statement();
        List<String> around = new ArrayList<>();
        if (statement.baseYear() != null) {
            around.add(TEXTS.get("measure.reportedValue.comparedWith", statement.baseYear()));
        }
        if (statement.targetYear() != null) {
            around.add(TEXTS.get("measure.reportedValue.until", statement.targetYear()));
        }
        if (statement.cumulative()) {
            around.add(TEXTS.get("measure.reportedValue.cumulated"));
        }
        StringBuilder full = new StringBuilder(of(reported));
        if (!around.isEmpty()) {
            full.append(" (").append(String.join(", ", around)).append(')');
        }
        if (statement.text() != null) {
            full.append(" – ").append(statement.text());
        }
        if (statement.reference() != null && !(reported instanceof Elsewhere)) {
            full.append(" · ").append(TEXTS.get("measure.reportedValue.elsewhere", statement.reference()));
        }
        return full.append(" · ")
                .append(TEXTS.get(
                        "measure.reportedValue.source", statement.source(), ReadersLanguage.day(statement.asOf())))
                .toString();
    }

    private static String number(BigDecimal number, Unit unit) {
        String unitText = TEXTS.name("measure.reportedValue.unit", unit);
        return unit == Unit.EUR ? GermanNumber.euros(number) : GermanNumber.format(number) + " " + unitText;
    }
}
