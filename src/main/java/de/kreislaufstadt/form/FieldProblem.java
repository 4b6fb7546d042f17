package de.kreislaufstadt.form;

import java.util.List;

/**
 * One reason why a form's data is refused.
 *
 * @param field path of the field as the form knows it, e.g. {@code stakeholders[0].name}; empty for the form as a whole
 * @param messageKey key of the German and English text in the message files
 * @param arguments values for the text; never personal data, since messages reach logs
 */
public record FieldProblem(String field, String messageKey, List<Object> arguments) {

    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    /** A problem of one field, with the values its text mentions. */
    public static FieldProblem of(String field, String messageKey, Object... arguments) {
        return new FieldProblem(field, messageKey, List.of(arguments));
    }
}
