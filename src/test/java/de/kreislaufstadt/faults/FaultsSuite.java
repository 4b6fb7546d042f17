package de.kreislaufstadt.faults;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.faults.Command.Outcome;
import de.kreislaufstadt.journey.ProductionApplication;
import de.kreislaufstadt.support.ProviderBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes of the packaged product on one PostgreSQL, people at work, and everything that breaks in ten years. What people
 * were told is compared with the database afterwards, see docs/performance/faults.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsSuite {

    private static final Path RESULTS = Path.of("target", "faults");
    private static final Path LOG = RESULTS.resolve("commands.jsonl");
    private static final int RACES = Integer.getInteger("faults.races", 1_000);
    private static final int STARTS = Integer.getInteger("faults.starts", 10);
    private static final int JOBS = 12;
    private static final int OLD_PROCESSES = 50_000;

    /** {@code camunda.bpm.job-execution.lock-time-in-millis} of the product. */
    private static final Duration LOCK = Duration.ofSeconds(30);

    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final int MEASURES = Integer.getInteger("faults.measures", 300);

    private final Findings findings = new Findings();

    private OrdinaryDisk server;
    private Cluster cluster;
    private Recorder recorder;
    private DueJobs jobs;
    private Path folder;
    private List<String> release;

    @BeforeAll
    void threeNodesWork(@TempDir Path folder) throws IOException, InterruptedException {
        server = new OrdinaryDisk();
        release = Unpacked.in(folder, server);
        cluster = new Cluster(server, folder, release);
        recorder = new Recorder(LOG);
        jobs = new DueJobs(cluster);
        this.folder = folder;
    }

    @AfterAll
    void report() throws IOException {
        findings.figure("commands", recorder.commands());
        for (Outcome outcome : Outcome.values()) {
            findings.figure("commands " + outcome.name().toLowerCase(java.util.Locale.ROOT), recorder.count(outcome));
        }
        findings.report(RESULTS.resolve("faults.json"));
        recorder.close();
        cluster.close();
        server.close();
    }

    /** Where a part is run by itself, nobody has begun a measure yet. */
    private void enoughTimers() throws Exception {
        if (jobs.left() <= 2 * JOBS) {
            try (Workload people = new Workload(cluster, recorder, "Vorhaben mit Terminen " + jobs.left(), 4 * JOBS)) {
                people.end();
            }
        }
    }

    @Test
    @Tag("storm")
    @Order(1)
    void peopleWorkWhileEverythingAroundThemBreaks() throws Exception {
        try (Workload people = new Workload(cluster, recorder, "Vorhaben", MEASURES)) {
            Storm storm = new Storm(server, cluster, findings);
            storm.rage(people);
            people.end();
            findings.figure("measures", people.finished());
        }
        cluster.recover();
        findings.figure("longest time without any acknowledgement", recorder.longestSilence());
    }

    @Test
    @Tag("o")
    @Order(7)
    void mailServerTakesItsTime() throws Exception {
        cluster.toMails().delay(Duration.ofSeconds(30));
        Instant begin = Instant.now();
        int measures = Cluster.CLERKS;
        try (Workload people = new Workload(cluster, recorder, "Vorhaben bei langsamer Post", measures)) {
            people.end();
        }
        cluster.toMails().mend();
        findings.injected(1);
        findings.found(
                Fault.SLOW_SERVERS,
                "%d measures led through their first steps within %d s meanwhile",
                measures,
                Duration.between(begin, Instant.now()).toSeconds());
    }

    @Test
    @Tag("o")
    @Order(17)
    void identityServerTakesItsTime() throws Exception {
        SlowProvider provider = cluster.provider();
        ProviderBrowser session = provider.signedIn();
        ExecutorService visitors = SlowProvider.people();
        long unknown = recorder.count(Outcome.UNKNOWN);
        try {
            List<Callable<Duration>> cameBack = provider.cameBack();
            provider.wire().delay(Duration.ofSeconds(30));
            List<Future<Duration>> arrivals =
                    cameBack.stream().map(visitors::submit).toList();
            try (Workload people =
                    new Workload(cluster, recorder, "Vorhaben bei langsamer Anmeldung", Cluster.CLERKS)) {
                Duration page = SlowProvider.longestPage(session, arrivals);
                people.end();
                Duration told = SlowProvider.longest(arrivals);
                findings.injected(1);
                findings.found(
                        Fault.SLOW_PROVIDER,
                        "%d people told within %d ms; longest page of a session of this server %d ms;"
                                + " %d measures led meanwhile, longest step %d ms",
                        arrivals.size(),
                        told.toMillis(),
                        page.toMillis(),
                        people.finished(),
                        recorder.longest("Vorhaben bei langsamer Anmeldung").toMillis());

                assertThat(told).as("until people know").isLessThan(SlowProvider.TOLD);
                assertThat(page).as("page of a session").isLessThan(SlowProvider.TOLD);
            }
        } finally {
            visitors.shutdownNow();
            provider.wire().mend();
        }
        assertThat(recorder.count(Outcome.UNKNOWN)).as("steps that failed").isEqualTo(unknown);
        provider.awaitSignIn();
    }

    @Test
    @Tag("m")
    @Order(3)
    void twoPeopleWantTheSameTask() throws Exception {
        Races races = new Races(cluster, recorder);
        races.run(RACES);
        findings.injected(RACES);
        findings.found(Fault.SAME_TASK, "%d races, %d with one winner", RACES, races.won());

        assertThat(races.undecided()).as("races without a winner, or with two").isZero();
    }

    @Test
    @Tag("c")
    @Order(4)
    void jobTakesLongerThanItsLock() throws Exception {
        // Needed further below; nobody has anything else to do here.
        cluster.provider().start();
        enoughTimers();
        int most = jobs.mostAtOnce(1, LOCK.plusSeconds(15));
        findings.injected(1);
        findings.found(Fault.LONG_JOB, "held up for one and a half locks, at most %d run at once", most);

        assertThat(most).as("runs of one job at the same time").isEqualTo(1);
    }

    @Test
    @Tag("b")
    @Order(5)
    void nodeDiesInTheMiddleOfItsJobs() throws Exception {
        enoughTimers();
        Duration recovery = jobs.recovery(JOBS);
        cluster.recover();
        findings.injected(1);
        findings.figure("recovery of a dead node's jobs", recovery);

        assertThat(recovery).as("time until a dead node's jobs are done").isLessThanOrEqualTo(RECOVERY);
    }

    @Test
    @Tag("i")
    @Order(6)
    void oneJobAlwaysFails() throws Exception {
        enoughTimers();
        String poison = jobs.poison();
        jobs.due(JOBS);
        int attempts = jobs.givenUp(poison);
        findings.injected(1);
        findings.found(Fault.POISON, "an incident after %d attempts; %d other jobs done meanwhile", attempts, JOBS);
    }

    @Test
    @Tag("check")
    @Order(41)
    void checkerNoticesWhateverIsBroken() throws Exception {
        cluster.rest();
        List<String> unnoticed = new BrokenDatabases(server, cluster.database())
                .unnoticed(Recorder.read(LOG), Mailbox.ids(cluster.mails()));
        findings.figure("deliberately broken databases noticed", BrokenDatabases.ways() - unnoticed.size());

        assertThat(unnoticed).isEmpty();
    }

    @Test
    @Tag("h")
    @Order(2)
    void oneClockIsAhead() throws Exception {
        enoughTimers();
        cluster.kill(0);
        cluster.start(0, ClockAhead.beside(ProductionApplication.jar(), folder.resolve("ahead")));
        cluster.awaitReady(0);
        int most = jobs.mostAtOnce(JOBS, LOCK);
        jobs.awaitDone();
        cluster.kill(0);
        cluster.recover();
        findings.injected(1);
        findings.found(
                Fault.CLOCK,
                "%d jobs held up for as long as a lock: at most %d pieces of work at once; done wrongly: %d",
                JOBS,
                most,
                jobs.wronglyDone().size());

        assertThat(jobs.wronglyDone()).as("jobs done twice or never").isEmpty();
    }

    @Test
    @Tag("l")
    @Order(8)
    void threeNodesDeployTheSameChange() throws Exception {
        cluster.rest();
        cluster.release(ChangedModel.in(ProductionApplication.jar(), folder));
        cluster.recover();
        long versions = server.superuser(cluster.database())
                .sql("select count(*) from camunda.act_re_procdef where key_ = ?")
                .param(ChangedModel.KEY)
                .query(Long.class)
                .single();
        findings.injected(1);
        findings.found(Fault.SAME_MODEL, "versions of the model afterwards: %d", versions);

        assertThat(versions).as("versions of the model").isEqualTo(2);
        try (Workload people = new Workload(cluster, recorder, "Vorhaben nach neuem Modell", Cluster.CLERKS)) {
            people.end();
        }
    }

    @Test
    @Tag("p")
    @Order(9)
    void oldHistoryIsRemovedWhilePeopleWork() throws Exception {
        OldHistory old = new OldHistory(cluster);
        old.add(OLD_PROCESSES);
        Instant begin = Instant.now();
        try (Workload people = new Workload(cluster, recorder, "Vorhaben beim Aufräumen", Cluster.CLERKS)) {
            old.begin();
            old.awaitGone();
            people.end();
            findings.found(
                    Fault.CLEAN_UP,
                    "%d processes removed within %d s; %d measures led through their first steps meanwhile",
                    OLD_PROCESSES,
                    Duration.between(begin, Instant.now()).toSeconds(),
                    people.finished());
        }
        findings.injected(1);
    }

    @Test
    @Tag("a")
    @Order(30)
    void threeNodesStartAtOnceOnAnEmptyDatabase() throws IOException {
        EmptyDatabase empty = new EmptyDatabase(server, release);
        for (int round = 1; round <= STARTS; round++) {
            empty.start(round);
        }
        findings.injected(STARTS);
        findings.found(Fault.EMPTY_DATABASE, "%d starts, ready after %s ms", STARTS, empty.millis());
    }

    @Test
    @Tag("check")
    @Order(40)
    void whatPeopleWereToldIsInTheDatabase() throws IOException {
        Checker checker = new Checker(server.superuser(cluster.database()));
        // Mails of the node whose clock was ahead have a time that is still to come.
        checker.awaitRest(ClockAhead.AHEAD.plusMinutes(3));

        List<String> flaws = checker.flaws(Recorder.read(LOG), Mailbox.ids(cluster.mails()));
        for (String kind : List.of("lost", "doubled")) {
            findings.figure(
                    kind, flaws.stream().filter(flaw -> flaw.contains(kind)).count());
        }

        assertThat(flaws).isEmpty();
    }

    @Test
    @Tag("g")
    @Order(50)
    void diskOfTheDatabaseIsFull() throws Exception {
        cluster.rest();
        Path place = Files.createDirectory(folder.resolve("full"));
        try (SmallDisk disk = new SmallDisk(server.programs(), place)) {
            List<String> flaws = new DiskFull(disk, RESULTS, place).endure(release, findings);
            findings.injected(1);

            assertThat(flaws).isEmpty();
        } catch (NoDiskOfItsOwn e) {
            findings.found(Fault.DISK_FULL, "NOT TRIED: %s", e.getMessage());
            Assumptions.abort(e.getMessage());
        }
    }
}
