package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.TaskNotice;

/**
 * One notice as a mail shows it; public so that the templates can read it.
 *
 * @param task name of the task; {@code null} where a whole measure is meant
 * @param due date in the language of the mail, {@code null} if the task has none
 * @param link address that opens the task in Tasklist, or the measure
 * @param deputyFor name of the person or role in whose place the recipient is told; {@code null} if for themselves
 */
public record MailItem(
        TaskNotice.Kind kind, String number, String task, String due, boolean overdue, String link, String deputyFor) {

    static MailItem ofMeasure(TaskNotice.Kind kind, String number, String link, String deputyFor) {
        return new MailItem(kind, number, null, null, false, link, deputyFor);
    }
}
