package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.StandIns;
import java.util.List;
import java.util.stream.Stream;

/** For which departments somebody begins something new: those of their own as they are today, not those of who is away. */
public final class OwnDepartments {

    private OwnDepartments() {}

    /** @param groups the groups of the day */
    public static List<String> of(
            String municipality, String user, List<String> groups, DepartmentDirectory departments, StandIns standIns) {
        return departments.departmentsOf(municipality, groups).stream()
                .filter(key -> Stream.of(false, true)
                        .map(head -> Candidates.group(municipality, key, head))
                        .anyMatch(group -> groups.contains(group)
                                && standIns.onBehalfOf(user, group, null).isEmpty()))
                .map(key -> departments.currentOf(municipality, key))
                .distinct()
                .toList();
    }
}
