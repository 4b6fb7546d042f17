package de.kreislaufstadt.reporting.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.OtherCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The climate staff unit puts a report together, somebody else releases it, and what was released stays. */
class PeriodicReportsTest extends Reports {

    @Test
    void somebodyElseReleasesItAndFromThenOnItStays() {
        String id = drafted(unit).json().get("id").asText();

        Answer released = other.post(REPORTS + "/" + id + "/release", "{}");

        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(released.json().get("releasedAt").isNull()).isFalse();
        assertThat(released.json().get("mayChange").asBoolean()).isFalse();
        refused(unit.post(REPORTS + "/" + id, "{\"preface\": \"Anders\"}"), "report", "freigegeben");
        refused(unit.send("DELETE", REPORTS + "/" + id, null), "report", "freigegeben");
        refused(other.post(REPORTS + "/" + id + "/release", "{}"), "report", "freigegeben");
        assertThat(count("select count(*) from periodic_report where preface is null and fingerprint is not null"))
                .isEqualTo(1);
    }

    @Test
    void whoHasWorkedOnItDoesNotReleaseIt() {
        String id = drafted(unit).json().get("id").asText();

        refused(unit.post(REPORTS + "/" + id + "/release", "{}"), "release", "Vier-Augen-Prinzip");
        assertThat(other.post(REPORTS + "/" + id, "{\"preface\": \"Nachgetragen\"}")
                        .status())
                .isEqualTo(200);
        refused(other.post(REPORTS + "/" + id + "/release", "{}"), "release", "Vier-Augen-Prinzip");
        assertThat(count("select count(*) from periodic_report where released_at is not null"))
                .isZero();
    }

    @Test
    void aCorrectionStandsBesideTheFrozenReportAndSaysWhatChanged() {
        String first = drafted(unit).json().get("id").asText();
        other.post(REPORTS + "/" + first + "/release", "{}");
        refused(drafted(unit), "correction", "braucht einen Grund");
        says(Assessment.AT_RISK, "Die Förderung ist ausgefallen.");

        JsonNode second = unit.post(
                        REPORTS, "{\"period\": \"" + period + "\", \"correction\": \"Ein Sachstand kam zu spät.\"}")
                .json();

        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.get("changes").asInt()).isPositive();
        assertThat(sheet(workbook(second), "Änderungen"))
                .anySatisfy(row -> assertThat(row).contains(number, "Verzögert", "Gefährdet"));
        assertThat(sheet(workbook(unit.get(REPORTS).json().get("reports").get(1)), "Verzögerungen"))
                .as("the frozen one says what it said")
                .anySatisfy(row -> assertThat(row).contains(number, "Verzögert", FORMULA));
    }

    @ParameterizedTest
    @CsvSource({"'', Nennen Sie", "2026-H3, Nennen Sie", "1026, Nennen Sie", "2099, noch nicht begonnen"})
    void onlyPeriodsThatHaveBegunAreReportedOn(String wrong, String reason) {
        refused(unit.post(REPORTS, "{\"period\": \"" + wrong + "\"}"), "period", reason);
    }

    @Test
    void thereIsOneDraftOfAPeriodAndAPrefaceHasALimit() {
        refused(
                unit.post(REPORTS, "{\"period\": \"" + period + "\", \"preface\": \"" + "x".repeat(5001) + "\"}"),
                "preface",
                "5.000");
        drafted(unit);

        refused(drafted(unit), "period", "schon einen Entwurf");
        assertThat(count("select count(*) from periodic_report")).isEqualTo(1);
    }

    @Test
    void aReportIsNobodysBusinessButItsReadersAndNobodyElseWritesOne() {
        OtherCity.found(jdbc, accounts);
        String id = drafted(unit).json().get("id").asText();

        assertThat(cockpit(OtherCity.HEAD).get(REPORTS + "/" + id + "/pdf").status())
                .isEqualTo(404);
        assertThat(cockpit(OtherCity.HEAD)
                        .post(REPORTS + "/" + id + "/release", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(tasklist("umwelt-sachbearbeitung").get(REPORTS).status()).isEqualTo(404);
        assertThat(tasklist("umwelt-sachbearbeitung")
                        .post(REPORTS, "{\"period\": \"2025\"}")
                        .status())
                .isEqualTo(404);
        Http.Answer own = tasklist("klima-sachbearbeitung").get(REPORTS);
        assertThat(own.json().get("reports"))
                .as(own.status() + " " + own.body())
                .hasSize(1);
        assertThat(tasklist("klima-sachbearbeitung")
                        .post(REPORTS + "/" + id + "/release", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(cockpit("beobachtung")
                        .post(REPORTS, "{\"period\": \"2025\"}")
                        .status())
                .isEqualTo(403);
        assertThat(new Http(port).get(REPORTS).status()).isEqualTo(401);
        assertThat(count("select count(*) from periodic_report where released_at is not null"))
                .isZero();
    }
}
