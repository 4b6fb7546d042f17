package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Association.Office;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.Visitors;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may begin, close and cancel rounds: the department of the association's office that drafts. */
@Component
class DraftingUnit {

    static final String ROLE = "COMPONENT_DRAFTING";

    private static final String HEAD = "-head";

    private final Association association;
    private final Visitors visitors;
    private final DepartmentDirectory departments;
    private final StandIns standIns;

    DraftingUnit(Association association, Visitors visitors, DepartmentDirectory departments, StandIns standIns) {
        this.association = association;
        this.visitors = visitors;
        this.departments = departments;
        this.standIns = standIns;
    }

    /**
     * Somebody of the drafting department.
     *
     * @param office tenant of the association's office
     * @param role engine group by which they act
     * @param deputyFor in whose place; null where they act for themselves
     */
    record Staff(String office, String user, String role, String deputyFor) {}

    /** @throws NotYours if the person of this request does not belong to it today */
    Staff acting() {
        Login who = visitors.current().orElseThrow(NotYours::new);
        String office = association.office().map(Office::municipality).orElseThrow(NotYours::new);
        if (!who.tenants().equals(List.of(office))) {
            throw new NotYours();
        }
        String group = office + "-"
                + departments
                        .departmentWithRole(office, ROLE)
                        .map(department -> departments.currentOf(office, department))
                        .orElseThrow(NotYours::new);
        if (!who.groups().contains(group) && !who.groups().contains(group + HEAD)) {
            throw new NotYours();
        }
        String role = who.groups().contains(group) ? group : group + HEAD;
        return new Staff(
                office,
                who.user(),
                role,
                standIns.onBehalfOf(who.user(), role, null).orElse(null));
    }

    /** @return engine group of the department's members */
    String group(String office) {
        return office + "-" + departments.departmentWithRole(office, ROLE).orElseThrow();
    }
}
