package de.kreislaufstadt.department;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.ClaimedTasks;
import de.kreislaufstadt.process.Deputies;
import de.kreislaufstadt.process.Restrictions;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.SingleRights;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names deputies, shows them, and ends their time. */
@Component
@Transactional
class DeputyDesk implements Deputies {

    /** Also those whose last night no node has seen, e.g. over a weekend of maintenance. */
    private static final int NIGHTS_LOOKED_BACK = 14;

    private static final Logger LOG = LoggerFactory.getLogger(DeputyDesk.class);

    private final DeputyTable table;
    private final DeputyRegister register;
    private final EffectiveGroups groups;
    private final Cities cities;
    private final Accounts accounts;
    private final ClaimedTasks claimed;
    private final RetentionPeriods periods;
    private final Restrictions restrictions;
    private final Clock clock;

    DeputyDesk(
            DeputyTable table,
            DeputyRegister register,
            EffectiveGroups groups,
            Cities cities,
            @Lazy Accounts accounts,
            @Lazy ClaimedTasks claimed,
            RetentionPeriods periods,
            @Lazy Restrictions restrictions,
            Clock clock) {
        this.table = table;
        this.register = register;
        this.groups = groups;
        this.cities = cities;
        this.accounts = accounts;
        this.claimed = claimed;
        this.periods = periods;
        this.restrictions = restrictions;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page page(Login who) {
        LocalDate today = LocalDate.now(clock);
        Optional<City> city = cityOf(who);
        if (city.isEmpty()) {
            return new Page(today, List.of(), List.of(), List.of(), List.of(), List.of());
        }
        DeputyPeople people = DeputyPeople.of(city.get(), today, accounts, restricted(city.get()));
        List<Deputyship> all = table.from(today).stream()
                .filter(each -> each.municipality().equals(city.get().id()))
                .toList();
        DeputyRegister.Copy copy = new DeputyRegister.Copy(clock.instant(), all, Map.of());
        return new Page(
                today,
                shown(copy, who, people, each -> who.user().equals(each.absentBy())),
                shown(copy, who, people, each -> who.user().equals(each.deputyBy())),
                shown(
                        copy,
                        who,
                        people,
                        each -> !who.user().equals(each.absentBy())
                                && !who.user().equals(each.deputyBy())
                                && people.mayNameFor(who, each)),
                people.absentFor(who),
                people.candidates());
    }

    private Predicate<String> restricted(City city) {
        return restrictions.of(city.id())::coverUser;
    }

    @Override
    public UUID add(NewDeputy wanted, Login who) {
        City city = cityOf(who).orElseThrow(() -> FormRefused.at("absent", "deputy.noMunicipality"));
        table.lock(city.id());
        LocalDate today = LocalDate.now(clock);
        DeputyPeople people = DeputyPeople.of(city, today, accounts, restricted(city));
        Deputyship deputyship = new DeputyRules(people, city, today, table.from(today)).checked(wanted, who);
        table.insert(
                deputyship,
                who.user(),
                deputyship.lastDay().plus(periods.of(deputyship.municipality(), "deputyships")));
        register.changed();
        return deputyship.id();
    }

    @Override
    public Optional<Deputy> end(UUID id, Login who) {
        LocalDate today = LocalDate.now(clock);
        Optional<Deputyship> found = cityOf(who).flatMap(city -> {
            DeputyPeople people = DeputyPeople.of(city, today, accounts);
            return table.from(today).stream()
                    .filter(each -> each.id().equals(id)
                            && each.municipality().equals(city.id())
                            && people.mayNameFor(who, each))
                    .findFirst();
        });
        return found.filter(deputyship -> table.end(deputyship, who.user())).map(deputyship -> {
            DeputyPeople people = DeputyPeople.of(cities.get(deputyship.municipality()), today, accounts);
            giveBackTasksOf(deputyship, without(deputyship, today));
            register.changed();
            return shown(deputyship, State.PLANNED, false, people);
        });
    }

    /** What deputies have claimed goes back to its group in the night after their last day. */
    @Scheduled(cron = "0 1 0 * * *", zone = "Europe/Berlin")
    void newDay() {
        LocalDate today = LocalDate.now(clock);
        List<Deputyship> ended = table.endedBetween(today.minusDays(NIGHTS_LOOKED_BACK), today.minusDays(1));
        DeputyRegister.Copy copy = copy(table.from(today), ended);
        ended.forEach(deputyship -> giveBackTasksOf(deputyship, copy));
        LOG.info("Vertretungen: {} in den letzten Tagen abgelaufen", ended.size());
    }

    private void giveBackTasksOf(Deputyship ended, DeputyRegister.Copy rest) {
        LocalDate today = LocalDate.now(clock);
        Set<String> lost = new HashSet<>(groups.granted(ended, rest, today));
        String deputy = ended.deputyBy();
        lost.removeAll(groups.of(deputy, List.of(ended.municipality()), rest, today));
        claimed.giveBack(deputy, lost);
    }

    private DeputyRegister.Copy without(Deputyship ended, LocalDate today) {
        return copy(
                table.from(today).stream()
                        .filter(each -> !each.id().equals(ended.id()))
                        .toList(),
                List.of(ended));
    }

    private DeputyRegister.Copy copy(List<Deputyship> holding, Collection<Deputyship> ended) {
        Set<String> people = new HashSet<>();
        for (Collection<Deputyship> each : List.of(holding, ended)) {
            each.forEach(deputyship -> people.addAll(List.of(deputyship.deputyBy(), deputyship.inPlaceOf())));
        }
        return new DeputyRegister.Copy(clock.instant(), holding, accounts.groupsOf(people));
    }

    private Optional<City> cityOf(Login who) {
        // People of no municipality stand in for nobody, and a city's people are none of their business.
        return who.tenants().size() == 1 && !who.groups().contains(SingleRights.OUTSIDERS)
                ? cities.find(who.tenants().get(0))
                : Optional.empty();
    }

    private List<Deputy> shown(
            DeputyRegister.Copy copy, Login who, DeputyPeople people, Predicate<Deputyship> condition) {
        LocalDate today = LocalDate.now(clock);
        return copy.all().stream()
                .filter(condition)
                .map(each -> shown(each, state(copy, each, today), people.mayNameFor(who, each), people))
                .toList();
    }

    private static State state(DeputyRegister.Copy copy, Deputyship deputyship, LocalDate today) {
        if (copy.actsOn(deputyship, today)) {
            return State.ACTIVE;
        }
        return deputyship.holdsOn(today) ? State.WAITING : State.PLANNED;
    }

    private static Deputy shown(Deputyship deputyship, State state, boolean mayEnd, DeputyPeople people) {
        return new Deputy(
                deputyship.id(),
                people.nameOf(deputyship),
                people.nameOf(deputyship.deputyBy()),
                deputyship.firstDay(),
                deputyship.lastDay(),
                deputyship.place(),
                deputyship.departments().stream().map(people::nameOfUnit).toList(),
                deputyship.withHead(),
                state,
                mayEnd);
    }
}
