package de.kreislaufstadt.countermeasure;

import de.kreislaufstadt.countermeasure.Countermeasures.Countermeasure;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.TaskContext;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the forms of a countermeasure show: why there is one, and what was planned, decided and reported so far. */
@Component
class Shown {

    private final Texts texts = Texts.of("countermeasure");
    private final CountermeasureTable table;

    Shown(CountermeasureTable table) {
        this.table = table;
    }

    Map<String, Object> of(TaskContext task) {
        Countermeasure one = table.one(task);
        Map<String, Object> shown = new HashMap<>();
        shown.put("cause", Markdown.escape(cause(one)));
        shown.put("deadline", Markdown.escape(ReadersLanguage.day(one.deadline())));
        shown.put(
                "course",
                Markdown.table(
                        List.of(texts.get("countermeasure.course.head").split(";")),
                        one.steps().stream()
                                .map(step -> List.of(
                                        ReadersLanguage.day(step.on()),
                                        texts.name("countermeasure.kind", step.kind()),
                                        Objects.toString(step.text(), "–"),
                                        Objects.toString(step.reason(), "–")))
                                .toList()));
        return shown;
    }

    /** @return why it began, in the language of the reader */
    String cause(Countermeasure one) {
        if (one.cause() == Cause.TWICE_AT_RISK) {
            return texts.get("countermeasure.cause.TWICE_AT_RISK");
        }
        return texts.get(
                "countermeasure.cause.INDICATOR_MISSED",
                one.indicator(),
                number(one.observed(), one.unit()),
                number(one.goal(), one.unit()),
                Objects.toString(one.targetYear()));
    }

    private static String number(BigDecimal number, String unit) {
        String text = NumberFormat.getInstance(ReadersLanguage.numbers()).format(number);
        return unit == null ? text : text + " " + unit;
    }
}
