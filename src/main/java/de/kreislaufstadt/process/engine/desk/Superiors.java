package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.engine.people.Candidates;
import org.springframework.stereotype.Component;

/** Who may give a task more time: nobody for themselves. */
@Component
class Superiors {

    private final DepartmentDirectory departments;

    Superiors(DepartmentDirectory departments) {
        this.departments = departments;
    }

    /**
     * @return whether the person stands above the task: head or manager of its department; of a task for heads, the unit
     *     above them, and where there is none the department's managers
     */
    boolean mayExtend(DeskTask task, Login who) {
        if (task.group() == null) {
            return false;
        }
        String heads = Candidates.group(task.municipality(), task.department(), true);
        String managers = Candidates.managers(task.municipality());
        boolean ofDepartment = who.groups().contains(heads)
                || who.groups().contains(Candidates.group(task.municipality(), task.department(), false));
        boolean manager = ofDepartment && who.groups().contains(managers);
        String above = departments.escalationGroup(task.municipality(), task.department());
        boolean isAbove = above.equals(managers) ? manager : who.groups().contains(above);
        return isAbove
                || !task.group().equals(heads) && (manager || who.groups().contains(heads));
    }
}
