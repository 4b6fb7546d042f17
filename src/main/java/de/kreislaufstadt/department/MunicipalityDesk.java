package de.kreislaufstadt.department;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Lifecycles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What administrators see of the municipalities. */
@Component
class MunicipalityDesk {

    private final Cities cities;
    private final Accounts accounts;
    private final Lifecycles lifecycles;
    private final Clock clock;

    MunicipalityDesk(Cities cities, Accounts accounts, Lifecycles lifecycles, Clock clock) {
        this.cities = cities;
        this.accounts = accounts;
        this.lifecycles = lifecycles;
        this.clock = clock;
    }

    /**
     * A municipality in the list.
     *
     * @param departments how many are valid today
     * @param people how many have an account
     * @param running numbers of measures for which a process runs
     */
    record Row(String id, String name, FederalState federalState, int departments, int people, List<String> running) {}

    List<Row> all() {
        return cities.ids().stream().map(this::row).toList();
    }

    private Row row(String municipality) {
        City city = cities.get(municipality);
        LocalDate today = LocalDate.now(clock);
        return new Row(
                city.id(),
                city.name(),
                city.federalState(),
                (int) city.units().values().stream()
                        .filter(unit -> unit.isValidOn(today))
                        .count(),
                accounts.people(municipality).size(),
                lifecycles.running(municipality));
    }
}
