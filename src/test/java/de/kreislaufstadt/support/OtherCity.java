package de.kreislaufstadt.support;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Kind;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second city beside the one of the tests, whose people know the ids of the first and must get nowhere with them. */
public final class OtherCity {

    public static final String ID = "anderestadt";

    /** Works in its climate unit. */
    public static final String CLERK = "anderestadt-klima";

    /** Leads its climate unit and manages the city. */
    public static final String HEAD = "anderestadt-leitung";

    /** A department that only this city has. */
    public static final String PORT = "hafen";

    private OtherCity() {}

    /** Founds it where it is not there yet. */
    public static void found(JdbcClient jdbc, Accounts accounts) {
        jdbc.sql("insert into municipality (id, name, official_key, federal_state)"
                        + " values (:id, 'Andere Stadt', '05999000', 'NW') on conflict do nothing")
                .param("id", ID)
                .update();
        accounts.ensureTenant(ID, "Andere Stadt");
        accounts.ensureGroup(ID, ID + "-staff", "Alle", Kind.STAFF);
        accounts.ensureGroup(ID, ID + "-managers", "Führungskräfte", Kind.MANAGERS);
        for (String department : List.of("klima", PORT)) {
            jdbc.sql("insert into department (municipality_id, key, name) values (:id, :key, initcap(:key))"
                            + " on conflict do nothing")
                    .param("id", ID)
                    .param("key", department)
                    .update();
            accounts.ensureGroup(ID, ID + "-" + department, department, Kind.DEPARTMENT);
            accounts.ensureGroup(ID, ID + "-" + department + "-head", department, Kind.DEPARTMENT_HEAD);
        }
        jdbc.sql("insert into department_role (municipality_id, department, role) values (:id, :key, 'MODERATION')"
                        + " on conflict do nothing")
                .param("id", ID)
                .param("key", PORT)
                .update();
        accounts.ensurePerson(ID, CLERK, "Klima", List.of(ID + "-staff", ID + "-klima"), TestDatabase.PASSWORD);
        accounts.ensurePerson(
                ID,
                HEAD,
                "Leitung Klima",
                List.of(ID + "-staff", ID + "-klima", ID + "-klima-head", ID + "-managers"),
                TestDatabase.PASSWORD);
    }
}
