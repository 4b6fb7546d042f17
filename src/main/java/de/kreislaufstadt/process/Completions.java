package de.kreislaufstadt.process;

import de.kreislaufstadt.process.Accounts.Login;
import java.util.Map;

/** Completes tasks for people who have said elsewhere than in a task's form what they want, e.g. for many at once. */
public interface Completions {

    /**
     * Completes an open task as the person would with its form: with their rights, through the same checks, and noted in the same
     * places. Joins the caller's transaction.
     *
     * @param form data of the task's form by field
     * @param who with the groups of the day
     * @throws InterventionRefused if the task is over, is none of the person's, or somebody else holds it
     * @throws de.kreislaufstadt.form.FormRefused if the form is refused
     */
    void complete(String taskId, Map<String, ?> form, Login who);
}
