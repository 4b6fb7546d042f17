package de.kreislaufstadt.form;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a form, so that a clerk sees all problems at once and not one per attempt. */
public final class Problems {

    private final List<FieldProblem> found = new ArrayList<>();

    /** Notes a problem at the field unless the condition holds. */
    public Problems check(boolean holds, String field, String messageKey, Object... arguments) {
        if (!holds) {
            found.add(FieldProblem.of(field, messageKey, arguments));
        }
        return this;
    }

    /** Notes problems found elsewhere. */
    public Problems addAll(List<FieldProblem> problems) {
        found.addAll(problems);
        return this;
    }

    /** @return whether nothing was noted so far */
    public boolean none() {
        return found.isEmpty();
    }

    /**
     * Ends the check.
     *
     * @throws FormRefused with every problem noted so far, if there is one
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new FormRefused(found);
        }
    }
}
