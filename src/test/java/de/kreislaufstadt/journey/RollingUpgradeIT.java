package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.support.KeptDatabase;
import de.kreislaufstadt.support.TestCity;
import de.kreislaufstadt.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Two nodes are renewed one after the other while people work: on the database of the previous release, which the first start
 * extends, and then as nodes that are older than the database, since a release after this one has been there. There is no jar of another
 * release here, so this says nothing about code that differs: for that there is {@code src/upgrade/side-by-side.sh}, and with every
 * build the rule of {@code ExpandingMigrationsTest}.
 */
class RollingUpgradeIT {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SOME = 5;

    @Test
    void nobodyNoticesThatNodesAreRenewed() {
        try (CityDatabase database = new CityDatabase(KeptDatabase.restored().getUrl())) {
            Map<String, String> environment =
                    ComposeFile.environment(database, TestDatabase.PASSWORD, Path.of(TestCity.file()));
            environment.put("KREISLAUFSTADT_INITIAL_PASSWORD", TestDatabase.PASSWORD);
            ProductionApplication first = ProductionApplication.starting(environment);
            ProductionApplication second = ProductionApplication.starting(environment);
            first.awaitReady();
            second.awaitReady();
            List<String> versions = versions(database);
            try (RollingClients people = new RollingClients(List.of(first, second), CLERK, TestDatabase.PASSWORD)) {
                goOn(people);
                aLaterReleaseHasBeenThere(database);
                first = renewed(first, people, environment, false);
                assertThat(people.cut())
                        .as("on their way to a node that was asked to end")
                        .isEmpty();
                second = renewed(second, people, environment, true);
                goOn(people);
                people.goHome();

                assertThat(people.refused()).as("answers that were no success").isEmpty();
                assertThat(people.cut())
                        .as("on their way to the node that was killed")
                        .hasSizeLessThanOrEqualTo(RollingClients.PEOPLE);
                assertThat(people.proposed()).isNotEmpty().doesNotHaveDuplicates();
                assertThat(people.proposed())
                        .as("what was acknowledged is there")
                        .allSatisfy(number -> assertThat(database.value(
                                        "select count(*) from kreislaufstadt.measure where number = ?", number))
                                .isEqualTo("1"));
                assertThat(versions(database))
                        .as("nodes that are behind deploy no models")
                        .isEqualTo(versions);
            } finally {
                first.close();
                second.close();
            }
        }
    }

    /** Taken out of the proxy, ended, started again and taken in; or gone without a word. */
    private static ProductionApplication renewed(
            ProductionApplication node, RollingClients people, Map<String, String> environment, boolean withoutAWord) {
        if (withoutAWord) {
            node.kill();
        }
        people.leaveOut(node);
        node.close();
        ProductionApplication next = ProductionApplication.starting(environment).awaitReady();
        people.takeIn(next);
        goOn(people);
        return next;
    }

    private static void goOn(RollingClients people) {
        int before = people.answered();
        int proposals = people.proposed().size();
        await("people at work")
                .atMost(PATIENCE)
                .until(() ->
                        people.answered() > before + SOME && people.proposed().size() > proposals);
    }

    /** For the nodes of today the database is newer than they are, and so is a model. */
    private static void aLaterReleaseHasBeenThere(CityDatabase database) {
        assertThat(database.sql("""
                        insert into kreislaufstadt.flyway_schema_history
                        select max(installed_rank) + 1, '9999', 'of a later release', 'SQL', 'V9999__later.sql', 1, current_user, now(), 1, true
                        from kreislaufstadt.flyway_schema_history
                        """).update()).isEqualTo(1);
        assertThat(database.sql("""
                        update camunda.act_ge_bytearray set bytes_ = bytes_ || convert_to(E'\\n', 'UTF8')
                        where name_ like '%knowledge-building.bpmn'
                        """).update()).isPositive();
    }

    private static List<String> versions(CityDatabase database) {
        return database.values("select key_ || ' ' || version_ from camunda.act_re_procdef order by 1");
    }
}
