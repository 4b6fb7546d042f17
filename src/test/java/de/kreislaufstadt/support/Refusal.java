package de.kreislaufstadt.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.form.FormRefused;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads why a form was refused. */
public final class Refusal {

    private Refusal() {}

    /** @return {@code field messageKey} of every problem, in the order of the form */
    public static List<String> refusal(ThrowingCallable completion) {
        List<String> problems = new ArrayList<>();
        assertThatThrownBy(completion)
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> refused.problems()
                                .forEach(problem -> problems.add(problem.field() + " " + problem.messageKey())));
        return problems;
    }
}
