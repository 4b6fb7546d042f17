package de.kreislaufstadt.process.engine.steer;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Mandates;
import de.kreislaufstadt.process.engine.people.Candidates;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the groups of the day. Who is head and manager steps in as head where they lead. */
@Component
public class SteeringRights implements Mandates {

    private final DepartmentDirectory departments;
    private final Accounts accounts;

    SteeringRights(DepartmentDirectory departments, @Lazy Accounts accounts) {
        this.departments = departments;
        this.accounts = accounts;
    }

    /** @return the one municipality of the person */
    public static String municipality(Login who) {
        if (who.tenants().size() != 1) {
            throw new InterventionRefused(Cause.NOT_FOUND, "steering.nothingThere");
        }
        return who.tenants().get(0);
    }

    /**
     * @param lead key of the department that leads the measure; null where none is known
     * @return whether the person may step in there
     */
    public boolean may(String municipality, String lead, Login who) {
        return groupOf(municipality, lead, who).isPresent();
    }

    @Override
    public Mandate required(String municipality, String lead, Login who) {
        String group = groupOf(municipality, lead, who)
                .orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "steering.notYours"));
        List<String> own = accounts.groupsOf(List.of(who.user())).getOrDefault(who.user(), List.of());
        return new Mandate(group, own.contains(group) ? null : group);
    }

    private Optional<String> groupOf(String municipality, String lead, Login who) {
        if (!who.tenants().contains(municipality)) {
            return Optional.empty();
        }
        Stream<String> heads = lead == null
                ? Stream.of()
                : Stream.of(Candidates.group(municipality, departments.currentOf(municipality, lead), true));
        return Stream.concat(heads, Stream.of(Candidates.managers(municipality)))
                .filter(who.groups()::contains)
                .findFirst();
    }
}
