package de.kreislaufstadt.form;

import java.util.List;

/**
 * The data of a form was refused; nothing was changed. HTTP answers 400 with one entry per field, Java callers get this
 * exception itself.
 */
public final class FormRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    private final String form;

    public FormRefused(List<FieldProblem> problems) {
        this(null, problems);
    }

    private FormRefused(String form, List<FieldProblem> problems) {
        super("Refused: "
                + problems.stream().map(p -> p.field() + " " + p.messageKey()).toList());
        this.form = form;
        this.problems = List.copyOf(problems);
    }

    /** A refusal with a single problem. */
    public static FormRefused at(String field, String messageKey, Object... arguments) {
        return new FormRefused(List.of(FieldProblem.of(field, messageKey, arguments)));
    }

    /** @return the same refusal, knowing the name of the form it concerns */
    public FormRefused inForm(String name) {
        return new FormRefused(name, problems);
    }

    /** @return name of the form, or null while nobody has said */
    public String form() {
        return form;
    }

    /** @return what is wrong, in the order of the form, at least one entry */
    public List<FieldProblem> problems() {
        return problems;
    }
}
