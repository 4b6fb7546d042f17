package de.kreislaufstadt.faults;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreislaufstadt.faults.Command.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down what everybody wanted and was told, in a file that somebody else can check. */
final class Recorder implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final List<Command> all = new ArrayList<>();
    private final Writer file;
    private long reads;
    private long unread;

    Recorder(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        file = Files.newBufferedWriter(log);
    }

    synchronized void note(Command command) {
        all.add(command);
        try {
            file.write(JSON.writeValueAsString(command));
            file.write('\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts a question that changes nothing, and whether it was answered. */
    synchronized void read(boolean answered) {
        reads++;
        unread += answered ? 0 : 1;
    }

    /** @return questions that change nothing */
    synchronized long reads() {
        return reads;
    }

    /** @return those of them that were answered with an error of the server, or not at all */
    synchronized long unread() {
        return unread;
    }

    /** Reads what an earlier recorder has written. */
    static List<Command> read(Path log) throws IOException {
        List<Command> commands = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            commands.add(JSON.readValue(line, Command.class));
        }
        return commands;
    }

    synchronized long count(Outcome outcome) {
        return all.stream().filter(command -> command.outcome() == outcome).count();
    }

    /** @return requests, without the looks afterwards */
    synchronized long commands() {
        return all.stream()
                .filter(command -> command.outcome() != Outcome.FOUND_DONE && command.outcome() != Outcome.FOUND_OPEN)
                .count();
    }

    /** @return the longest time in which nobody at all was told that anything is done */
    synchronized Duration longestSilence() {
        List<Instant> done = all.stream()
                .filter(command -> command.outcome() == Outcome.ACKNOWLEDGED)
                .map(Command::answered)
                .sorted()
                .toList();
        Duration longest = Duration.ZERO;
        for (int next = 1; next < done.size(); next++) {
            Duration pause = Duration.between(done.get(next - 1), done.get(next));
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return longest;
    }

    /** @return how long anybody has waited for an answer about measures whose title begins so */
    synchronized Duration longest(String title) {
        return all.stream()
                .filter(command -> command.measure().startsWith(title))
                .map(command -> Duration.between(command.sent(), command.answered()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
