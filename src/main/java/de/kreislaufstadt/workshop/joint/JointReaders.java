package de.kreislaufstadt.workshop.joint;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.OwnPage;
import de.kreislaufstadt.rights.Role;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who reads for their city what is shared with it: its coordination in the association, its heads and its managers. */
@Component
class JointReaders implements OwnPage {

    private static final String COORDINATION = "ASSOCIATION_COORDINATION";

    private final Visitors visitors;
    private final DepartmentDirectory departments;
    private final SharedWorkshopTable shared;

    JointReaders(Visitors visitors, DepartmentDirectory departments, SharedWorkshopTable shared) {
        this.visitors = visitors;
        this.departments = departments;
        this.shared = shared;
    }

    @Override
    public String page() {
        return "joint-workshops";
    }

    /** A city that shares nothing with others has no use for the page. */
    @Override
    public boolean isFor(Login who) {
        return who.tenants().size() == 1
                && reads(who, who.tenants().get(0))
                && shared.any(who.tenants().get(0));
    }

    /**
     * @return the city for which the person of this request reads
     * @throws NotYours if they read for none
     */
    String city() {
        Login who = visitors.current().orElseThrow(NotYours::new);
        if (who.tenants().size() != 1 || !reads(who, who.tenants().get(0))) {
            throw new NotYours();
        }
        return who.tenants().get(0);
    }

    private boolean reads(Login who, String city) {
        Set<Role> roles = Role.of(who.groups(), who.tenants());
        return roles.contains(Role.HEAD) || roles.contains(Role.MANAGER) || coordinates(who, city);
    }

    private boolean coordinates(Login who, String city) {
        return departments
                .departmentWithRole(city, COORDINATION)
                .map(department -> departments.currentOf(city, department))
                .filter(unit -> who.groups().contains(city + "-" + unit))
                .isPresent();
    }

    /** Joint workshops are not theirs to read. */
    static final class NotYours extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
