package de.kreislaufstadt.workshop.answer;

import de.kreislaufstadt.workshop.record.EvaluationForm;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What somebody who took part sends without a name. It exists as a whole only until it is counted.
 *
 * @param marks as far as they were given
 * @param again whether they would come again; null where they did not say
 */
public record Feedback(Map<EvaluationForm.Aspect, Mark> marks, Again again, String strengths, String improvements) {

    public static final int LONGEST = 1000;

    public enum Mark {
        VERY_GOOD,
        GOOD,
        FAIR,
        POOR
    }

    public enum Again {
        YES,
        NO
    }

    /** @param field value of a field of the page by its name, null where there is none */
    public static Feedback of(UnaryOperator<String> field) {
        Map<EvaluationForm.Aspect, Mark> marks = new EnumMap<>(EvaluationForm.Aspect.class);
        for (EvaluationForm.Aspect aspect : EvaluationForm.Aspect.values()) {
            Mark mark = PageInput.choice(Mark.values(), field.apply(aspect.name()));
            if (mark != null) {
                marks.put(aspect, mark);
            }
        }
        return new Feedback(
                marks,
                PageInput.choice(Again.values(), field.apply("again")),
                lines(field.apply("strengths")),
                lines(field.apply("improvements")));
    }

    private static String lines(String text) {
        return PageInput.text(text).replace("\r\n", "\n");
    }

    /** @return message keys by field; empty if it can be counted */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (marks.isEmpty() && again == null && strengths.isEmpty() && improvements.isEmpty()) {
            problems.put("CONTENT", "feedback.empty");
        }
        PageInput.lines(strengths, LONGEST, "feedback.strengths").ifPresent(p -> problems.put("strengths", p));
        PageInput.lines(improvements, LONGEST, "feedback.improvements").ifPresent(p -> problems.put("improvements", p));
        return problems;
    }
}
