package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The half-yearly and the annual report say what measures have reported in rounds. */
class RoundsInReportTest extends RoundPaths {

    private static final String REPORTS = "/camunda/api/kreislaufstadt/reports";

    /** Years that nobody else reports about. */
    private static final int REPORTED = 2071;

    private static final int WITHOUT_REPORT = 2072;
    private static final int CORRECTED = 2073;

    @AfterEach
    void noReports() {
        office.jdbc().sql("delete from periodic_report").update();
    }

    @Test
    void whatAMeasureReportsCountsOnceAndInPlaceOfWhatItsPackagesSay() {
        String measure = implemented();
        clerk("wfm").completes(measure, "plan-work-packages");
        packageCosts(measure, "min", 700, REPORTED);
        packageCosts(measure, "max", 300, WITHOUT_REPORT);
        String key = opened(measure);
        reports(
                measure,
                spending(REPORTED, 5000)
                        .andThen(data -> data.put("assessment", "DELAYED").put("reason", "Das Lager fehlt.")));
        runs(key, "withdraw-missing-reports");
        String id = drafted();
        assertThat(money(REPORTED)).as("nothing counts before it is released").isEqualTo("- 700 - - - -");

        releases(key);
        again(id);

        assertThat(money(REPORTED))
                .as("planned, spent, promised, received, posts")
                .isEqualTo("9000 5000 3000 1000 0.5 0.25");
        assertThat(money(WITHOUT_REPORT)).isEqualTo("- 300 - - - -");
        assertThat(content("select f ->> 'name' from periodic_report, jsonb_array_elements(content -> 'funders') f"
                        + " where f ->> 'year' = '" + REPORTED + "'"))
                .isEqualTo("Umweltministerium");
        assertThat(content("select m ->> 'report' from periodic_report, jsonb_array_elements(content -> 'measures') m"
                        + " where m ->> 'number' = '" + measure + "'"))
                .as("why it is late, and how it stands")
                .isEqualTo("Das Lager fehlt.\nDer Katalog steht, das Lager wird eingerichtet.");
    }

    @Test
    void aCorrectionCountsInPlaceOfWhatItCorrects() {
        String measure = implemented();
        String key = opened(measure);
        reports(measure, spending(CORRECTED, 5000));
        runs(key, "withdraw-missing-reports");
        releases(key);
        String id = drafted();
        assertThat(money(CORRECTED)).startsWith("9000 5000 3000 ");

        assertThat(browser(UNIT)
                        .post(
                                ROUNDS + "/" + key + "/corrections",
                                "{\"number\": \"" + measure + "\", \"request\": \"Es waren mehr.\"}")
                        .status())
                .isEqualTo(201);
        reports(measure, spending(CORRECTED, 6000));
        again(id);
        assertThat(money(CORRECTED)).as("not released yet").startsWith("9000 5000 3000 ");
        head("klima").completes(measure, "release-correction");
        again(id);

        assertThat(money(CORRECTED)).startsWith("9000 6000 3000 ");
    }

    private static Consumer<ObjectNode> spending(int year, int actual) {
        return data -> {
            data.putArray("years")
                    .addObject()
                    .put("year", year)
                    .put("plannedCost", 9000)
                    .put("actualCost", actual)
                    .put("plannedPosts", 0.5)
                    .put("actualPosts", 0.25);
            data.putArray("funding")
                    .addObject()
                    .put("year", year)
                    .put("funder", "Umweltministerium")
                    .put("planned", 3000)
                    .put("actual", 1000);
        };
    }

    private void packageCosts(String measure, String which, int cost, int year) {
        assertThat(office.jdbc()
                        .sql(
                                "update work_package set actual_cost = :cost, ends_on = make_date(:year, 6, 30) where code ="
                                        + " (select " + which
                                        + "(w.code) from work_package w join measure m on m.id = w.measure_id"
                                        + " where m.number = :number) and measure_id = (select id from measure where number = :number)")
                        .param("cost", cost)
                        .param("year", year)
                        .param("number", measure)
                        .update())
                .isPositive();
    }

    private void releases(String key) {
        assertThat(browser(UNIT)
                        .send("PUT", ROUNDS + "/" + key + "/paper", paper().toString())
                        .status())
                .isEqualTo(204);
        assertThat(browser(HEAD).post(ROUNDS + "/" + key + "/release", "{}").status())
                .isEqualTo(204);
        runs(key, "freeze-reports");
    }

    private String drafted() {
        var answer = browser(UNIT).post(REPORTS, "{\"period\": \"" + today().getYear() + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    /** Counts anew. */
    private void again(String id) {
        assertThat(browser(UNIT).post(REPORTS + "/" + id, "{}").status()).isEqualTo(200);
    }

    private String money(int year) {
        return content("""
                select concat_ws(' ', %s, %s, %s, %s, %s, %s)
                from periodic_report, jsonb_array_elements(content -> 'money') m where m ->> 'year' = '%d'
                """.formatted(
                        number("planned"),
                        number("spent"),
                        number("promised"),
                        number("received"),
                        number("posts"),
                        number("filled"),
                        year));
    }

    private static String number(String field) {
        return "coalesce(cast(trim_scale(cast(m ->> '" + field + "' as numeric)) as text), '-')";
    }

    private String content(String sql) {
        return office.jdbc().sql(sql).query(String.class).single();
    }
}
