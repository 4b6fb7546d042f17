package de.kreislaufstadt.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.faults.Command.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Three nodes and people at work on a disk that fills, is full, and has room again. */
final class DiskFull {

    private static final Duration FULL = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int FAILURES = 5;

    private final SmallDisk disk;
    private final Path results;
    private final Path folder;

    /**
     * @param results where what people were told is written down
     * @param folder of its own
     */
    DiskFull(SmallDisk disk, Path results, Path folder) {
        this.disk = disk;
        this.results = results;
        this.folder = folder;
    }

    /** @return what is wrong afterwards */
    List<String> endure(List<String> release, Findings findings) throws Exception {
        Path log = results.resolve("commands-full-disk.jsonl");
        try (Recorder recorder = new Recorder(log);
                Cluster cluster = new Cluster(disk, folder, release)) {
            try (Workload people = new Workload(cluster, recorder, "Vorhaben auf voller Platte", Cluster.CLERKS)) {
                lead(people, Cluster.CLERKS / 2);
                disk.fill();
                await("people who are told that it does not work")
                        .atMost(LONGEST)
                        .until(() -> recorder.count(Outcome.UNKNOWN) >= FAILURES);
                Instant full = Instant.now();
                await("some time on a full disk")
                        .atMost(LONGEST)
                        .until(() -> Duration.between(full, Instant.now()).compareTo(FULL) > 0);
                assertThat(disk.complaints()).as("complaints of PostgreSQL").isPositive();
                boolean ended = disk.makeRoom();
                Instant room = Instant.now();
                lead(people, people.finished() + 1);
                findings.found(
                        Fault.DISK_FULL,
                        "%d requests failed; PostgreSQL %s; the next measure was led to its end %d ms after there was room",
                        recorder.count(Outcome.UNKNOWN),
                        ended ? "had ended and was started again" : "went on by itself",
                        Duration.between(room, Instant.now()).toMillis());
                people.end();
            }
            cluster.recover();
            Checker checker = new Checker(disk.superuser(cluster.database()));
            checker.awaitRest(LONGEST);
            return checker.flaws(Recorder.read(log), Mailbox.ids(cluster.mails()));
        }
    }

    private static void lead(Workload people, int measures) throws IOException {
        await("measures led to their end")
                .atMost(LONGEST)
                .failFast("people at work", () -> !people.isRunning())
                .until(() -> people.finished() >= measures);
    }
}
