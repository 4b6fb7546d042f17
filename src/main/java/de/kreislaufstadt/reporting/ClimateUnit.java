package de.kreislaufstadt.reporting;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.People;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.OwnPage;
import de.kreislaufstadt.rights.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may look at rounds, who may run them, and who may release them. */
@Component
class ClimateUnit implements OwnPage {

    static final String ROLE = "CLIMATE_UNIT";

    private static final String HEAD = "-head";

    private final Visitors visitors;
    private final DepartmentDirectory departments;
    private final StandIns standIns;
    private final People people;
    private final RoundTable rounds;

    ClimateUnit(
            Visitors visitors, DepartmentDirectory departments, StandIns standIns, People people, RoundTable rounds) {
        this.visitors = visitors;
        this.departments = departments;
        this.standIns = standIns;
        this.people = people;
        this.rounds = rounds;
    }

    @Override
    public String page() {
        return "rounds";
    }

    @Override
    public boolean isFor(Login who) {
        if (who.tenants().size() != 1) {
            return false;
        }
        String municipality = who.tenants().get(0);
        return unitOf(municipality)
                .map(unit -> who.groups().contains(municipality + "-" + unit)
                        || who.groups().contains(municipality + "-" + unit + HEAD))
                .orElse(false);
    }

    private Optional<String> unitOf(String municipality) {
        return departments
                .departmentWithRole(municipality, ROLE)
                .map(department -> departments.currentOf(municipality, department));
    }

    /** @throws NotYours if the person neither belongs to the climate staff unit nor looks everywhere */
    Staff reading() {
        Login who = visitors.current().orElseThrow(NotYours::new);
        if (who.tenants().size() != 1) {
            throw new NotYours();
        }
        Staff staff = of(who);
        boolean everywhere = Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere);
        if (!staff.member() && !everywhere) {
            throw new NotYours();
        }
        return staff;
    }

    /** @throws NotYours if the person does not belong to the climate staff unit */
    Staff acting() {
        Staff staff = reading();
        if (!staff.member()) {
            throw new NotYours();
        }
        return staff;
    }

    /** @throws NotYours if the person does not lead the climate staff unit */
    Staff releasing() {
        Staff staff = acting();
        if (!staff.head()) {
            throw new NotYours();
        }
        return staff;
    }

    /**
     * @return whether they, or whoever they stand in for, have opened, closed or edited the round or written one of its
     *     reports; the deputy of a role stands in for everybody who has it
     */
    boolean hasWorkedOn(Staff staff, Round round) {
        List<String> all = Stream.concat(
                        Stream.of(staff.user()),
                        staff.deputyFor() == null
                                ? Stream.of()
                                : Stream.concat(
                                        Stream.of(staff.deputyFor()),
                                        people.membersOf(staff.municipality(), staff.deputyFor()).stream()
                                                .map(People.Person::id)))
                .toList();
        return rounds.hasWorkedOn(staff.municipality(), round.id(), all);
    }

    private Staff of(Login who) {
        String municipality = who.tenants().get(0);
        String unit = unitOf(municipality).orElseThrow(NotYours::new);
        String members = municipality + "-" + unit;
        String heads = members + HEAD;
        boolean head = who.groups().contains(heads);
        boolean member = head || who.groups().contains(members);
        String group = head ? heads : members;
        return new Staff(
                municipality,
                who.user(),
                unit,
                member,
                head,
                member ? standIns.onBehalfOf(who.user(), group, null).orElse(null) : null);
    }

    /** Rounds are not theirs. */
    static final class NotYours extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
