package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.OwnPage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may look at the model approach, who works on it, and who reads it for a member. */
@Component
class Readers implements OwnPage {

    /** Drafts and consolidates. */
    static final String MODERATION = "COMPONENT_DRAFTING";

    /** Adopts. */
    static final String ADOPTION = "COMPONENT_ADOPTION";

    /** Coordinates the member's part in its city. */
    static final String COORDINATION = "ASSOCIATION_COORDINATION";

    private static final String HEAD = "-head";

    private final Visitors visitors;
    private final DepartmentDirectory departments;
    private final StandIns standIns;
    private final Association association;

    Readers(Visitors visitors, DepartmentDirectory departments, StandIns standIns, Association association) {
        this.visitors = visitors;
        this.departments = departments;
        this.standIns = standIns;
        this.association = association;
    }

    @Override
    public String page() {
        return "components";
    }

    @Override
    public boolean isFor(Login who) {
        return of(who).isPresent();
    }

    /** @throws NotYours unless the person belongs to the office's departments or to a member's coordination */
    Reader reading() {
        return visitors.current().flatMap(this::of).orElseThrow(NotYours::new);
    }

    /** @throws NotYours unless the person belongs to the office */
    Reader ofOffice() {
        Reader reader = reading();
        if (!reader.ofOffice()) {
            throw new NotYours();
        }
        return reader;
    }

    /** @throws NotYours unless the person belongs to the department that drafts and consolidates */
    Reader acting() {
        Reader reader = reading();
        if (!reader.moderation()) {
            throw new NotYours();
        }
        return reader;
    }

    private Optional<Reader> of(Login who) {
        if (who.tenants().size() != 1) {
            return Optional.empty();
        }
        String tenant = who.tenants().get(0);
        return association
                .office()
                .flatMap(office -> office.municipality().equals(tenant)
                        ? ofOffice(who, tenant)
                        : ofMember(who, tenant, office.municipality()));
    }

    private Optional<Reader> ofOffice(Login who, String office) {
        Optional<String> moderation = groupOf(who, office, MODERATION);
        Optional<String> adoption = groupOf(who, office, ADOPTION);
        return moderation
                .or(() -> adoption)
                .map(group -> new Reader(
                        office,
                        who.user(),
                        moderation.isPresent(),
                        adoption.isPresent(),
                        null,
                        group,
                        standIns.onBehalfOf(who.user(), group, null).orElse(null)));
    }

    private Optional<Reader> ofMember(Login who, String city, String office) {
        return groupOf(who, city, COORDINATION)
                .filter(group -> association.allMembers().stream()
                        .anyMatch(member -> member.municipality().equals(city)))
                .map(group -> new Reader(office, who.user(), false, false, city, group, null));
    }

    /** @return the group by which somebody belongs to the department with this role, its head's first */
    private Optional<String> groupOf(Login who, String municipality, String role) {
        return departments
                .departmentWithRole(municipality, role)
                .map(department -> municipality + "-" + departments.currentOf(municipality, department))
                .flatMap(members -> who.groups().contains(members + HEAD)
                        ? Optional.of(members + HEAD)
                        : Optional.of(members).filter(who.groups()::contains));
    }

    /** The model approach is not theirs. */
    static final class NotYours extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
