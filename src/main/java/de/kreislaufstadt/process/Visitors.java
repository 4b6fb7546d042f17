package de.kreislaufstadt.process;

import de.kreislaufstadt.process.Accounts.Login;
import java.util.Optional;

/** Whose request this is, and which tasks that person may see; for modules that answer pages of their own. */
public interface Visitors {

    /** @return the person whose request this is; empty where nobody is signed in */
    Optional<Login> current();

    /** @return a task the person of this request may see; empty if there is none, or it is somebody else's */
    Optional<VisibleTask> task(String taskId);

    /**
     * An open task.
     *
     * @param scope where it stands, with its routing values; who acts is the person of this request
     * @param name as people read it
     * @param department key of the department whose task it is; null where it has none
     * @param mine whether the person may work on it; managers see tasks that are not theirs
     */
    record VisibleTask(TaskContext scope, String name, String department, boolean mine) {}
}
