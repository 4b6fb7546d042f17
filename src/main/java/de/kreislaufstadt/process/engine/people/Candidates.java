package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.SingleRights;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Group ids of the engine: {@code <municipality>-<department>} for members, with {@code -head} for its heads. */
public final class Candidates {

    public static final String HEAD = "-head";

    private Candidates() {}

    /** @return engine id of the department's group, or of the group of its heads */
    public static String group(String municipality, String department, boolean head) {
        return municipality + "-" + department + (head ? HEAD : "");
    }

    /** @return group of those who see everything of the municipality */
    public static String managers(String municipality) {
        return municipality + "-managers";
    }

    /** @return group whose task it is; null where it has none */
    public static String groupOf(DelegateTask task) {
        return task.getCandidates().stream()
                .map(link -> link.getGroupId())
                .filter(Candidates::isOfCity)
                .findFirst()
                .orElse(null);
    }

    /** @return whether it is a group of a municipality's people, to whom a task belongs; single people only join in */
    public static boolean isOfCity(String group) {
        return group != null && !SingleRights.isSingle(group);
    }

    /** @return group of the heads of the department whose task it is */
    public static String headsOf(String group) {
        return group.endsWith(HEAD) ? group : group + HEAD;
    }

    /** @return key of the department whose task it is; null where the task has no group */
    public static String departmentOf(DelegateTask task, String municipality) {
        return task.getCandidates().stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null && group.startsWith(municipality + "-"))
                .map(group -> departmentOf(group, municipality))
                .findFirst()
                .orElse(null);
    }

    /** @return key of the department, whether its members or its heads are meant */
    public static String departmentOf(String group, String municipality) {
        String department = group.substring(municipality.length() + 1);
        return department.endsWith(HEAD) ? department.substring(0, department.length() - HEAD.length()) : department;
    }
}
