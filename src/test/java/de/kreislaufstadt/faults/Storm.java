package de.kreislaufstadt.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Breaks one thing after the other while people work, and lets each heal by itself. */
final class Storm {

    private static final Duration BREATH = Duration.ofSeconds(3);
    private static final int KILLS = 6;
    private static final int LOST_ANSWERS = 40;

    private final OrdinaryDisk server;
    private final Cluster cluster;
    private final Findings findings;

    Storm(OrdinaryDisk server, Cluster cluster, Findings findings) {
        this.server = server;
        this.cluster = cluster;
        this.findings = findings;
    }

    /** One fault at a time. */
    private interface Blow {
        void fall() throws Exception;
    }

    void rage(Workload people) throws Exception {
        for (Blow blow : List.<Blow>of(
                this::answersAreLost,
                () -> nodesAreKilled(people),
                () -> databaseRestarts(false),
                () -> databaseRestarts(true),
                this::wayIsCut,
                () -> nodeIsAsked(people),
                this::wayIsSlow,
                () -> wayIsSwallowed(people))) {
            blow.fall();
            System.out.println(Instant.now() + " " + people.finished() + " measures");
            assertThat(people.isRunning()).as("people at work").isTrue();
            breathe(BREATH);
        }
    }

    private void answersAreLost() throws InterruptedException {
        for (int round = 0; round < LOST_ANSWERS; round++) {
            for (int node = 0; node < Cluster.NODES; node++) {
                cluster.wire(node).cutAfterCommit(1);
            }
            breathe(Duration.ofMillis(300));
        }
        int cut = 0;
        for (int node = 0; node < Cluster.NODES; node++) {
            cluster.wire(node).cutAfterCommit(0);
            cut += cluster.wire(node).cutCommits();
        }
        assertThat(cut).as("lost answers to COMMIT").isPositive();
        findings.injected(cut);
        findings.found(Fault.LOST_ANSWER, "%d answers lost", cut);
    }

    /** Whoever is killed is started again; the next one is killed as soon as another one serves people. */
    private void nodesAreKilled(Workload people) throws InterruptedException {
        int before = people.finished();
        for (int kill = 0; kill < KILLS; kill++) {
            int node = kill % Cluster.NODES;
            cluster.awaitReady((node + 1) % Cluster.NODES);
            cluster.kill(node);
            breathe(BREATH);
            cluster.start(node);
        }
        cluster.recover();
        assertThat(people.finished()).as("measures led while nodes were away").isGreaterThan(before);
        findings.injected(KILLS);
        findings.found(
                Fault.KILLED,
                "%d nodes killed; %d measures were led through their first steps meanwhile",
                KILLS,
                people.finished() - before);
    }

    private void databaseRestarts(boolean immediately) throws Exception {
        Instant begin = Instant.now();
        if (immediately) {
            server.restartImmediately();
        } else {
            server.restartFast();
        }
        findings.injected(1);
        findings.found(
                Fault.DATABASE_RESTARTED,
                "restarted twice, the last time within %d ms",
                Duration.between(begin, Instant.now()).toMillis());
    }

    private void wayIsCut() throws InterruptedException {
        for (int node = 0; node < Cluster.NODES; node++) {
            cluster.wire(node).reset();
            breathe(BREATH);
            cluster.wire(node).cut();
            breathe(BREATH);
            cluster.wire(node).mend();
        }
        findings.injected(2 * Cluster.NODES);
    }

    private void nodeIsAsked(Workload people) throws InterruptedException {
        cluster.node(1).askToEnd();
        Instant asked = Instant.now();
        while (cluster.node(1).isAlive()) {
            breathe(Duration.ofMillis(100));
        }
        findings.injected(1);
        findings.found(
                Fault.TERMINATED,
                "the node ended after %d ms",
                Duration.between(asked, Instant.now()).toMillis());
        cluster.start(1);
        cluster.awaitReady(1);
    }

    private void wayIsSlow() throws InterruptedException {
        cluster.wire(0).delay(Duration.ofSeconds(2));
        breathe(Duration.ofSeconds(10));
        cluster.wire(0).mend();
        findings.injected(1);
    }

    /** Until the others, who may wait behind a step of the lost node, have led another measure to its end. */
    private void wayIsSwallowed(Workload people) throws InterruptedException {
        cluster.wire(2).swallow();
        Instant begin = Instant.now();
        breathe(Duration.ofSeconds(15));
        int before = people.finished();
        while (people.finished() < before + Cluster.CLERKS) {
            breathe(Duration.ofMillis(200));
            assertThat(Duration.between(begin, Instant.now()))
                    .as("time without a measure led to its end while the way of one node swallows everything")
                    .isLessThan(Duration.ofMinutes(4));
        }
        findings.injected(1);
        findings.found(
                Fault.CONNECTION,
                "with a way that swallows everything the others have led %d measures after %d s",
                Cluster.CLERKS,
                Duration.between(begin, Instant.now()).toSeconds());
        cluster.wire(2).mend();
    }

    private static void breathe(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }
}
