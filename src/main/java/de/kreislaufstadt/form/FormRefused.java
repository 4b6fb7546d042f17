package de.kreislaufstadt.form;

import java.util.List;

/**
 * The data of a form was refused; nothing was changed. HTTP answers 400 with one entry per field, Java callers get this
 * exception itself.
 */
public final class FormRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public FormRefused(List<FieldProblem> problems) {
        super("Refused: "
                + problems.stream().map(p -> p.field() + " " + p.messageKey()).toList());
        this.problems = List.copyOf(problems);
    }

    /** A refusal with a single problem. */
    public static FormRefused at(String field, String messageKey, Object... arguments) {
        return new FormRefused(List.of(FieldProblem.of(field, messageKey, arguments)));
    }

    /** @return what is wrong, in the order of the form, at least one entry */
    public List<FieldProblem> problems() {
        return problems;
    }
}
