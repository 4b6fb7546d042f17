package de.kreislaufstadt.process;

import java.util.List;
import java.util.Optional;

/** What the process needs to know about departments; answered by the module that owns them. */
public interface DepartmentDirectory {

    /**
     * @param role role from the decision table {@code task-routing}, e.g. {@code CLIMATE_UNIT}
     * @return key of the department that holds the role in the municipality, if one does
     */
    Optional<String> departmentWithRole(String municipality, String role);

    /** @return engine group that a matter goes to which the department's head leaves undecided: its Dezernat, else the managers */
    String escalationGroup(String municipality, String department);

    /** @return role the municipality has set for a task instead of the decision table's, if any */
    Optional<String> roleFor(String municipality, String task);

    /** @return German name of a department; its key where it is unknown */
    String nameOf(String municipality, String department);

    /** @return key of the department that does a department's work today: itself or the last of its successors */
    String currentOf(String municipality, String department);

    /** @return keys of the departments in which the user's engine groups make them work, be it only as head or a head's deputy */
    List<String> departmentsOf(String municipality, List<String> groups);

    /** @return keys of the departments that the user's engine groups make them head of */
    List<String> ledBy(String municipality, List<String> groups);

    /** @return whether the municipality has, or had, a department of this key */
    boolean isKnown(String municipality, String department);

    /** @return keys of the departments whose name contains the word, in upper or lower case */
    List<String> named(String municipality, String word);

    /** @return whether measures are kept there; not so in the office of an association of cities */
    default boolean keepsMeasures(String municipality) {
        return true;
    }
}
