package de.kreislaufstadt.department;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A small city in memory with people, deputyships and a clock that can be moved. */
final class DeputyOffice {

    static final String CITY = "muenster";
    static final LocalDate LAST_DAY_OF_OLD = LocalDate.of(2026, 12, 31);

    final RecordedAccounts accounts = new RecordedAccounts();
    final List<Deputyship> deputyships = new ArrayList<>();
    final MovableClock clock = new MovableClock("2026-03-02T08:00:00Z");
    final City city = new City(
            CITY,
            "Stadt Münster",
            "05515000",
            FederalState.NW,
            null,
            Map.of(),
            units(),
            Map.of(),
            Map.of(),
            Map.of(),
            ReminderSettings.none(),
            null,
            Map.of(),
            Map.of(),
            MunicipalLook.none(),
            false,
            PublicPage.none(),
            Map.of(),
            false,
            false);

    DeputyOffice() {
        person("klima", "klima");
        person("klima-leitung", "klima", "klima-head", "managers");
        person("planung", "planung");
        person("umwelt", "umwelt");
        person("awm", "awm");
        person("alt", "alt");
        person("alt-leitung", "alt", "alt-head");
        person("neu", "neu");
        person("neu-leitung", "neu", "neu-head");
    }

    /** "alt" ends with the year 2026 and "neu" goes on with its work. */
    private static Map<String, City.Unit> units() {
        Map<String, City.Unit> units = new LinkedHashMap<>();
        for (String key : List.of("klima", "planung", "umwelt", "awm")) {
            units.put(key, new City.Unit(key, "Amt " + key, Set.of(), null, null, null, null, null));
        }
        units.put(
                "alt",
                new City.Unit(
                        "alt", "Altes Amt", Set.of(Role.ARCHIVE.name()), null, LAST_DAY_OF_OLD, "neu", null, null));
        units.put(
                "neu",
                new City.Unit("neu", "Neues Amt", Set.of(), LAST_DAY_OF_OLD.plusDays(1), null, null, null, null));
        return units;
    }

    void person(String user, String... groups) {
        List<String> all = new ArrayList<>(
                Arrays.stream(groups).map(group -> CITY + "-" + group).toList());
        all.add(CITY + "-staff");
        accounts.people.put(user, new RecordedAccounts.Person("Frau " + user, all, null));
    }

    Login login(String user) {
        return new Login(user, accounts.people.get(user).groups(), List.of(CITY));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A deputyship from today on for some days. */
    Deputyship add(String absent, String deputy, int place, int days, String... departments) {
        Deputyship deputyship = new Deputyship(
                UUID.randomUUID(),
                CITY,
                absent,
                null,
                deputy,
                today(),
                today().plusDays(days - 1L),
                place,
                List.of(departments),
                false);
        deputyships.add(deputyship);
        return deputyship;
    }

    EffectiveGroups groups() {
        Cities cities = new Cities(
                new CityTable(null, null) {
                    @Override
                    Optional<City> find(String municipality) {
                        return Optional.of(city).filter(each -> each.id().equals(municipality));
                    }
                },
                clock);
        DeputyTable table = new DeputyTable(null) {
            @Override
            List<Deputyship> from(LocalDate day) {
                return deputyships.stream()
                        .filter(each -> !each.lastDay().isBefore(day))
                        .toList();
            }
        };
        return new EffectiveGroups(new DeputyRegister(table, (Accounts) accounts, clock), cities, clock);
    }

    DeputyRules rules() {
        return new DeputyRules(DeputyPeople.of(city, today(), accounts), city, today(), deputyships);
    }

    /** Stands until it is moved. */
    static final class MovableClock extends Clock {

        private Instant now;

        MovableClock(String now) {
            this.now = Instant.parse(now);
        }

        void moveTo(String moment) {
            now = Instant.parse(moment);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Berlin");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
