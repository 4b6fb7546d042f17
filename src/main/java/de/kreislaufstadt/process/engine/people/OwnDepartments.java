package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.StandIns;
import java.util.List;

/** For which departments somebody begins something new: those of their own as they are today, not those of who is away. */
public final class OwnDepartments {

    private OwnDepartments() {}

    /** @param groups the groups of the day */
    public static List<String> of(
            String municipality, String user, List<String> groups, DepartmentDirectory departments, StandIns standIns) {
        return departments.departmentsOf(municipality, groups).stream()
                .filter(key -> standIns.onBehalfOf(user, Candidates.group(municipality, key, false), null)
                        .isEmpty())
                .map(key -> departments.currentOf(municipality, key))
                .distinct()
                .toList();
    }
}
