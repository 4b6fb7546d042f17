package de.kreislaufstadt.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.faults.Command.Outcome;
import de.kreislaufstadt.journey.ProductionApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes of the release before are renewed one after the other while people work: old and new side by side on one database. The jar of
 * the release before is built from the sources by {@code src/upgrade/side-by-side.sh}, which runs this.
 */
@EnabledIfSystemProperty(
        named = SideBySideSuite.PREVIOUS,
        matches = ".+",
        disabledReason = "needs the jar of another release: src/upgrade/side-by-side.sh")
class SideBySideSuite {

    static final String PREVIOUS = "kreislaufstadt.previous";

    private static final Path RESULTS = Path.of("target", "faults");
    private static final Path LOG = RESULTS.resolve("side-by-side.jsonl");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MIGRATIONS =
            "select version from kreislaufstadt.flyway_schema_history where success and version is not null order by installed_rank";
    private static final String MODELS = "select key_ || ' ' || version_ from camunda.act_re_procdef order by 1";

    private final Findings findings = new Findings();

    @Test
    void nobodyNoticesThatOneReleaseFollowsTheOther(@TempDir Path folder) throws Exception {
        Path previous = Path.of(System.getProperty(PREVIOUS)).toAbsolutePath();
        try (DatabaseServer server = new OrdinaryDisk();
                Cluster cluster = Cluster.of(previous, server, folder);
                Recorder recorder = new Recorder(LOG)) {
            List<String> before = list(cluster, MIGRATIONS);
            try (Workload people = new Workload(cluster, recorder, "Vorhaben beim Erneuern", Cluster.CLERKS)) {
                goOn(people);
                renewed(cluster, 0, ProductionApplication.jar());
                assertThat(list(cluster, MIGRATIONS))
                        .as("the new release extends the tables")
                        .hasSizeGreaterThan(before.size());
                List<String> models = list(cluster, MODELS);
                goOn(people);
                renewed(cluster, 1, previous);
                goOn(people);
                assertThat(list(cluster, MODELS))
                        .as("the release before puts no models of its own before those of today")
                        .isEqualTo(models);
                renewed(cluster, 1, ProductionApplication.jar());
                goOn(people);
                renewed(cluster, 2, ProductionApplication.jar());
                goOn(people);
                people.end();
                figures(recorder, people, list(cluster, MIGRATIONS).size() - before.size());
            }
            assertThat(recorder.count(Outcome.UNKNOWN) + recorder.count(Outcome.UNREACHED) + recorder.unread())
                    .as("requests that failed")
                    .isZero();
            assertThat(recorder.count(Outcome.REFUSED))
                    .as("requests that were refused")
                    .isZero();
            Checker checker = new Checker(server.superuser(cluster.database()));
            checker.awaitRest(PATIENCE);
            assertThat(checker.flaws(Recorder.read(LOG), Mailbox.ids(cluster.mails())))
                    .as("what people were told and what is there")
                    .isEmpty();
        }
    }

    /** Taken out of the proxy, ended as an update does, started as a release and taken in. */
    private static void renewed(Cluster cluster, int node, Path release) {
        cluster.proxy().leaveOut(node);
        cluster.node(node).askToEnd();
        await("end of the node")
                .atMost(PATIENCE)
                .until(() -> !cluster.node(node).isAlive());
        cluster.release(release);
        cluster.start(node);
        cluster.awaitReady(node);
        cluster.proxy().takeIn(node);
    }

    /** Until everybody has led about two more measures through their first steps. */
    private static void goOn(Workload people) {
        int wanted = people.finished() + 2 * Cluster.CLERKS;
        await("people at work").atMost(PATIENCE).until(() -> people.finished() >= wanted);
    }

    private void figures(Recorder recorder, Workload people, int migrations) throws IOException {
        findings.injected(4);
        findings.figure("migrations run beside old nodes", migrations);
        findings.figure("measures", people.finished());
        findings.figure("commands", recorder.commands());
        for (Outcome outcome : List.of(Outcome.ACKNOWLEDGED, Outcome.REFUSED, Outcome.UNKNOWN, Outcome.UNREACHED)) {
            findings.figure("commands " + outcome.name().toLowerCase(java.util.Locale.ROOT), recorder.count(outcome));
        }
        findings.figure("questions", recorder.reads());
        findings.figure("questions without an answer", recorder.unread());
        findings.figure("longest time without any acknowledgement", recorder.longestSilence());
        findings.found(
                Fault.OLD_BESIDE_NEW,
                "four times a node was renewed; %d requests, %d failed",
                recorder.commands() + recorder.reads(),
                recorder.count(Outcome.UNKNOWN) + recorder.count(Outcome.UNREACHED) + recorder.unread());
        findings.report(RESULTS.resolve("side-by-side.json"));
    }

    private static List<String> list(Cluster cluster, String sql) {
        return new ArrayList<>(cluster.server()
                .superuser(cluster.database())
                .sql(sql)
                .query(String.class)
                .list());
    }
}
