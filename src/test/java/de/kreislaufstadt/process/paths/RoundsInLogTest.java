package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything that is done in a reporting round, and with a report, stands in the log of actions. */
class RoundsInLogTest extends RoundPaths {

    private static final String REPORTS = "/camunda/api/kreislaufstadt/reports";

    @AfterEach
    void noReports() {
        office.jdbc().sql("delete from periodic_report").update();
    }

    @Test
    void everyActionOfARoundSaysWhoDidWhatInWhichRoleAndWhy() {
        String one = implemented();
        String other = implemented();
        String key = opened(one, other);
        reports(one, data -> {});
        String due = today().plusDays(7).toString();
        posts(
                UNIT,
                "/returns",
                key,
                "{\"number\": \"" + one + "\", \"reason\": \"Zu kurz.\", \"due\": \"" + due + "\"}");
        assertThat(browser(UNIT)
                        .send("DELETE", ROUNDS + "/" + key + "/returns/" + one, null)
                        .status())
                .isEqualTo(204);
        posts(UNIT, "/close", key, "{\"reason\": \"Es eilt.\"}");
        runs(key, "withdraw-missing-reports");
        assertThat(browser(UNIT)
                        .send("PUT", ROUNDS + "/" + key + "/paper", paper().toString())
                        .status())
                .isEqualTo(204);
        posts(HEAD, "/release", key, "{}");
        runs(key, "freeze-reports");
        posts(UNIT, "/corrections", key, "{\"number\": \"" + one + "\", \"request\": \"Es waren mehr.\"}");

        assertThat(logged(key))
                .containsExactly(
                        "ROUND_OPENED by klima-sachbearbeitung as muenster-klima",
                        "REPORT_RETURNED by klima-sachbearbeitung as muenster-klima because Zu kurz.",
                        "REPORT_RETURN_WITHDRAWN by klima-sachbearbeitung as muenster-klima",
                        "ROUND_CLOSED by klima-sachbearbeitung as muenster-klima because Es eilt.",
                        "ROUND_PAPER_WRITTEN by klima-sachbearbeitung as muenster-klima",
                        "ROUND_RELEASED by klima-leitung as muenster-klima-head",
                        "ROUND_FROZEN",
                        "REPORT_CORRECTION_REQUESTED by klima-sachbearbeitung as muenster-klima because Es waren mehr.");
        assertThat(values(key, "ROUND_OPENED"))
                .contains("name null -> Halbjahresbericht", "cutOff null -> " + today(), "expected null -> 2");
        assertThat(values(key, "REPORT_RETURNED")).containsExactly("due null -> " + due);
        assertThat(values(key, "ROUND_CLOSED")).containsExactly("reported null -> 1/2");
        assertThat(values(key, "ROUND_PAPER_WRITTEN"))
                .contains(
                        "paperNumber null -> V/0573/2026", "paperText null -> Der Rat nimmt den Bericht zur Kenntnis.");
        assertThat(values(key, "ROUND_RELEASED")).contains("paperNumber null -> V/0573/2026", "reported null -> 1/2");
        assertThat(all(
                        one,
                        "select e.kind from audit_entry e where e.measure_id = :measure and e.item = '" + key
                                + "' order by e.position"))
                .as("what concerns one measure stands in its course, too")
                .containsExactly("REPORT_RETURNED", "REPORT_RETURN_WITHDRAWN", "REPORT_CORRECTION_REQUESTED");
    }

    @Test
    void aDeputyOfTheHeadIsNamedBesideWhomTheyStandInFor() {
        String key = written(implemented());
        names(HEAD, HEAD, "umwelt-leitung", change -> change.put("withHead", true));

        posts("umwelt-leitung", "/release", key, "{}");

        assertThat(logged(key))
                .contains("ROUND_RELEASED by umwelt-leitung as muenster-klima-head in place of klima-leitung");
    }

    @Test
    void everyActionWithAReportOfTheCityIsTakenDown() {
        String period = Integer.toString(today().getYear());
        String discarded = drafted(period);
        assertThat(browser(UNIT).send("DELETE", REPORTS + "/" + discarded, null).status())
                .isEqualTo(204);
        String id = drafted(period);
        assertThat(browser(UNIT)
                        .post(REPORTS + "/" + id, "{\"preface\": \"Ein Vorwort.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(browser(HEAD).post(REPORTS + "/" + id + "/release", "{}").status())
                .isEqualTo(200);

        assertThat(kinds("report-" + discarded))
                .containsExactly("REPORT_DRAFTED klima-sachbearbeitung", "REPORT_DISCARDED klima-sachbearbeitung");
        assertThat(kinds("report-" + id))
                .containsExactly(
                        "REPORT_DRAFTED klima-sachbearbeitung",
                        "REPORT_CHANGED klima-sachbearbeitung",
                        "REPORT_RELEASED klima-leitung");
    }

    @Test
    void aCountermeasureIsBegunByNobodyForACauseAndUntilADay() {
        String measure = implemented();
        for (int times = 0; times < 2; times++) {
            opened(measure);
            reports(measure, data -> data.put("assessment", "AT_RISK").put("reason", "Das Lager fehlt."));
        }

        String id = one(measure, "select id from countermeasure where measure_id = :measure");
        assertThat(logged(id)).containsExactly("COUNTERMEASURE_STARTED");
        assertThat(values(id, "COUNTERMEASURE_STARTED"))
                .contains("cause null -> TWICE_AT_RISK")
                .anyMatch(value -> value.startsWith(
                        "deadline null -> " + today().plusMonths(6).getYear()));
    }

    private String drafted(String period) {
        return browser(UNIT)
                .post(REPORTS, "{\"period\": \"" + period + "\"}")
                .json()
                .path("id")
                .asText();
    }

    private void posts(String user, String action, String key, String json) {
        assertThat(browser(user).post(ROUNDS + "/" + key + action, json).status())
                .isBetween(200, 204);
    }

    private List<String> kinds(String item) {
        return strings("""
                select concat_ws(' ', e.kind, p.person) from audit_entry e left join audit_person p on p.token = e.actor
                where e.municipality_id = 'muenster' and e.item = :item order by e.position
                """, item);
    }

    private List<String> logged(String item) {
        return strings("""
                select concat(e.kind, ' by ' || p.person, ' as ' || e.role, ' in place of ' || coalesce(d.person, e.deputy_role),
                              ' because ' || (select v.logged::jsonb ->> 'to' from audit_value v
                                              where v.municipality_id = e.municipality_id and v.position = e.position
                                                and v.sort = 'REASON'))
                from audit_entry e
                left join audit_person p on p.token = e.actor
                left join audit_person d on d.token = e.deputy_for
                where e.municipality_id = 'muenster' and e.item = :item order by e.position
                """, item);
    }

    private List<String> values(String item, String kind) {
        return strings("""
                select v.field_key || ' ' || coalesce(v.logged::jsonb ->> 'from', 'null') || ' -> '
                       || coalesce(v.logged::jsonb ->> 'to', 'null')
                from audit_value v join audit_entry e on e.municipality_id = v.municipality_id and e.position = v.position
                where e.municipality_id = 'muenster' and e.item = :item and v.sort = 'VALUE' and e.kind = '%s'
                order by v.part
                """.formatted(kind), item);
    }

    private List<String> strings(String sql, String item) {
        return office.jdbc().sql(sql).param("item", item).query(String.class).list();
    }
}
