package de.kreislaufstadt.process;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What people have typed into the forms of open tasks and not yet submitted. A draft belongs to one person; it ends when
 * that person completes the task or discards it, at the latest 90 days after its last change.
 */
public interface Drafts {

    /**
     * Makes data the person's draft of a task, in place of one there may be: the answer to a question becomes the draft of
     * who asked. Joins the caller's transaction.
     *
     * @param taskId the engine's id of an open task
     * @param user engine user id of whose draft it becomes
     * @param data the form's data; checked for its shape only
     * @throws de.kreislaufstadt.form.FormRefused if the data has fields the form does not know
     * @throws IllegalArgumentException if there is no such task in the municipality
     */
    void put(String municipality, String taskId, String user, JsonNode data);
}
