package de.kreislaufstadt.isolation;

import de.kreislaufstadt.guest.Outsiders;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Kind;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.OtherCity;
import de.kreislaufstadt.support.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The city beside the marked one: one person of every role it has, and people of no city who work with it alone. */
final class Neighbours {

    private static final String COORDINATOR = "verband-nebenan";
    private static final String STRANGER = "gast-ohne-stadt";
    private static final String MODERATOR = "gast-nebenan";

    /** A workshop of theirs. */
    final UUID workshop = UUID.randomUUID();

    private final UUID measure = UUID.randomUUID();
    private final Map<String, Role> people = new LinkedHashMap<>();
    private final JdbcClient jdbc;
    private final ProcessEngine engine;

    Neighbours(JdbcClient jdbc, Accounts accounts, ProcessEngine engine, Outsiders outsiders) {
        this.jdbc = jdbc;
        this.engine = engine;
        OtherCity.found(jdbc, accounts);
        people.put(OtherCity.CLERK, Role.CLERK);
        people.put(OtherCity.HEAD, Role.HEAD);
        of(accounts, Kind.MONITORS, Role.MONITOR);
        of(accounts, Kind.AUDITORS, Role.AUDITOR);
        coordinator();
        aWorkshop();
        outsiders.settle(STRANGER, "Moderation", "Difu", TestDatabase.PASSWORD);
        outsiders.settle(MODERATOR, "Moderation nebenan", "Difu", TestDatabase.PASSWORD);
        outsiders.letModerate(OtherCity.ID, workshop, MODERATOR);
        people.put(STRANGER, Role.EXTERNAL_MODERATOR);
        people.put(MODERATOR, Role.EXTERNAL_MODERATOR);
    }

    /** @return ids of accounts with their roles */
    Map<String, Role> people() {
        return people;
    }

    /** The city itself is other tests', too; what is only this one's goes. */
    void leave() {
        engine.getIdentityService().deleteUser(COORDINATOR);
        engine.getAuthorizationService().createAuthorizationQuery().userIdIn(COORDINATOR).list().stream()
                .map(Authorization::getId)
                .forEach(engine.getAuthorizationService()::deleteAuthorization);
        for (String table : List.of("single_right", "workshop")) {
            jdbc.sql("delete from " + table + " where municipality_id = :city and "
                            + (table.equals("workshop") ? "id" : "workshop_id") + " = :workshop")
                    .param("city", OtherCity.ID)
                    .param("workshop", workshop)
                    .update();
        }
        jdbc.sql("delete from measure where municipality_id = :city and id = :measure")
                .param("city", OtherCity.ID)
                .param("measure", measure)
                .update();
    }

    private void of(Accounts accounts, Kind kind, Role role) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        String group = OtherCity.ID + "-" + name;
        accounts.ensureGroup(OtherCity.ID, group, group, kind);
        accounts.ensurePerson(OtherCity.ID, group, name, List.of(group), TestDatabase.PASSWORD);
        people.put(group, role);
    }

    private void coordinator() {
        IdentityService identity = engine.getIdentityService();
        User coordinator = identity.newUser(COORDINATOR);
        coordinator.setFirstName("Verband");
        coordinator.setLastName("");
        coordinator.setPassword(TestDatabase.PASSWORD);
        identity.saveUser(coordinator);
        identity.createMembership(COORDINATOR, Role.ASSOCIATION);
        people.put(COORDINATOR, Role.ASSOCIATION_COORDINATOR);
    }

    private void aWorkshop() {
        jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (:id, :city, :number, 'klima', 'WORKSHOPS', 'probe')")
                .param("id", measure)
                .param("city", OtherCity.ID)
                .param("number", "XN-" + (10_000 + Math.floorMod(measure.hashCode(), 90_000)))
                .update();
        jdbc.sql("""
                        insert into workshop (id, municipality_id, measure_id, number, state, title, kind, aim, questions,
                            workshop_date, begins_at, ends_at, place, accessibility, moderation, min_participants,
                            target_participants, max_participants, registration_until, privacy_notice)
                        values (:id, :city, :measure, 1, 'PREPARED', 'Probe', 'MIXED', 'Ziel', 'Fragen', '2031-05-06',
                            '09:00', '16:00', 'Rathaus', 'stufenlos', 'Institut', 5, 10, 20, '2031-04-01', 'Hinweis')
                        """)
                .param("id", workshop)
                .param("city", OtherCity.ID)
                .param("measure", measure)
                .update();
    }
}
