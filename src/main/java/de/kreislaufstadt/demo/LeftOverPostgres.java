package de.kreislaufstadt.demo;

import de.kreislaufstadt.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the PostgreSQL that goes on running when the program was killed. The process is named in {@code postmaster.pid};
 * since numbers of processes are used again, it is touched only if program and time of its start fit as well.
 */
final class LeftOverPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOverPostgres.class);

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
    private static final long PATIENCE_SECONDS = 10;

    private static final int PID_LINE = 0;
    private static final int START_LINE = 2;

    private LeftOverPostgres() {}

    /**
     * @param data directory of the database, on which the caller holds the lock
     * @throws StartRefused if a process that may be its PostgreSQL cannot be stopped
     */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> postmaster = lines.size() <= START_LINE
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
                        .filter(process -> isPostmaster(process, lines.get(START_LINE)));
        if (postmaster.isPresent()) {
            LOG.info(
                    "Die Datenbank eines abgebrochenen Laufs wird beendet (Prozess {})",
                    postmaster.get().pid());
            stop(postmaster.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostmaster(ProcessHandle process, String startedAt) {
        boolean isPostgres = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        Instant start = Instant.ofEpochSecond(Long.parseLong(startedAt.strip()));
        boolean sameStart = process.info()
                .startInstant()
                .map(instant -> Duration.between(instant, start).abs().compareTo(CLOCK_TOLERANCE) < 0)
                .orElse(false);
        return isPostgres && sameStart;
    }

    private static void stop(ProcessHandle postmaster) {
        postmaster.destroy();
        if (!hasEnded(postmaster)) {
            postmaster.destroyForcibly();
            if (!hasEnded(postmaster)) {
                throw new StartRefused(
                        "PostgreSQL (Prozess %d) läuft noch und lässt sich nicht beenden.".formatted(postmaster.pid()));
            }
        }
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
