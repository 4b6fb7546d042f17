package de.kreislaufstadt.process;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.rights.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which measures the person of a request may read; the same answer for every page and desk that is about one of them. */
@Component
public class MeasuresInSight {

    private final MeasureDirectory measures;
    private final DepartmentDirectory departments;

    MeasuresInSight(@Lazy MeasureDirectory measures, @Lazy DepartmentDirectory departments) {
        this.measures = measures;
        this.departments = departments;
    }

    /** @return the measures of the person's municipality; none for people of several or of none */
    public List<Row> all(Login who) {
        if (who.tenants().size() != 1) {
            return List.of();
        }
        String municipality = who.tenants().get(0);
        return measures.visibleTo(
                municipality, departments.departmentsOf(municipality, who.groups()), looksEverywhere(who));
    }

    private static boolean looksEverywhere(Login who) {
        return Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere);
    }

    /** @return the measure with this number; empty if there is none, or it is not theirs to read */
    public Optional<Row> find(Login who, String number) {
        if (who.tenants().size() != 1) {
            return Optional.empty();
        }
        String municipality = who.tenants().get(0);
        return measures.visibleTo(
                municipality, number, departments.departmentsOf(municipality, who.groups()), looksEverywhere(who));
    }
}
