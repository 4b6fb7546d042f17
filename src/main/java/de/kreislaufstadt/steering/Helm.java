package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.steering.SteeringRefused.Cause;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may intervene in a measure: heads of the department that leads it today, and managers everywhere in their municipality.
 * Whoever only watches (monitors, auditors) never may, nor clerks, administrators or operators.
 */
@Component
class Helm {

    private static final String HEAD = "-head";

    private final MeasureDirectory measures;
    private final DepartmentDirectory departments;
    private final Visitors visitors;

    Helm(MeasureDirectory measures, DepartmentDirectory departments, Visitors visitors) {
        this.measures = measures;
        this.departments = departments;
        this.visitors = visitors;
    }

    /**
     * Somebody who may intervene.
     *
     * @param role group or role by which they may
     * @param row the measure as they see it
     */
    record Steersman(String municipality, String user, String role, Row row) {}

    /** @throws SteeringRefused if the reader does not see such a measure, or may not intervene in it */
    Steersman of(String number) {
        Login who = visitors.current().orElseThrow(Helm::unknown);
        Row row = visible(who).stream()
                .filter(measure -> measure.number().equals(number))
                .findFirst()
                .orElseThrow(Helm::unknown);
        String municipality = who.tenants().get(0);
        String heads = municipality + "-" + departments.currentOf(municipality, row.lead()) + HEAD;
        if (who.groups().contains(heads)) {
            return new Steersman(municipality, who.user(), heads, row);
        }
        if (roles(who).contains(Role.MANAGER)) {
            return new Steersman(municipality, who.user(), municipality + "-managers", row);
        }
        throw new SteeringRefused(Cause.FORBIDDEN, "steering.notYours");
    }

    /** @return the measures that the reader of this request sees */
    List<Row> visible() {
        return visible(visitors.current().orElseThrow(Helm::unknown));
    }

    private List<Row> visible(Login who) {
        if (who.tenants().size() != 1) {
            throw unknown();
        }
        String municipality = who.tenants().get(0);
        return measures.visibleTo(
                municipality,
                departments.departmentsOf(municipality, who.groups()),
                roles(who).stream().anyMatch(Role::looksEverywhere));
    }

    private static Set<Role> roles(Login who) {
        return Role.of(who.groups(), who.tenants());
    }

    private static SteeringRefused unknown() {
        return new SteeringRefused(Cause.NOT_FOUND, "process.noMeasure");
    }
}
