package de.kreislaufstadt.support;

import de.kreislaufstadt.support.StatementCount.Cost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What use cases may cost, as it is committed beside the tests: statements and transactions exactly, since they are free of noise,
 * bytes of PostgreSQL's log within a tolerance, since a row that is changed needs new entries in indexes where its page is full.
 */
public final class Budget {

    private static final Path FILE = Path.of("src/test/resources/budget/use-cases.csv");
    private static final Path TURN = Path.of("target/budget.lock");
    private static final String RENEW = "budget.renew";
    private static final String HEAD = "use case;statements;commits;wal bytes";

    /** A row that finds no room on its page any more moves to another one, and its entries in indexes with it. */
    private static final long MOVED_ROW = 1_024;

    private static final double SHARE = 1.1;

    private final StatementCount.Counter statements;
    private final String database;
    private final Map<String, Figures> spent = new TreeMap<>();

    /** @param walBytes see {@link WrittenLog} */
    private record Figures(int statements, int commits, long walBytes) {

        private static Figures of(String line) {
            String[] cells = line.split(";");
            return new Figures(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Long.parseLong(cells[3]));
        }

        private Figures cheaper(Figures other) {
            boolean less = statements < other.statements || statements == other.statements && commits <= other.commits;
            Figures counted = less ? this : other;
            return new Figures(counted.statements, counted.commits, Math.min(walBytes, other.walBytes));
        }

        private boolean within(Figures budget) {
            return statements == budget.statements
                    && commits == budget.commits
                    && walBytes <= budget.walBytes * SHARE + MOVED_ROW;
        }
    }

    public Budget(StatementCount.Counter statements, JdbcClient jdbc) {
        this.statements = statements;
        this.database =
                jdbc.sql("select current_database()").query(String.class).single();
    }

    /** Counts a use case; of several times the cheapest one, in which everything that is remembered is known. */
    public Cost count(String useCase, Runnable work) {
        long before = WrittenLog.position();
        statements.begin();
        work.run();
        Cost cost = statements.end();
        long written = WrittenLog.bytes(database, before);
        spent.merge(useCase, new Figures(cost.statements(), cost.commits(), written), Figures::cheaper);
        return cost;
    }

    /**
     * @throws AssertionError naming every use case that costs something else than is committed, and how to renew that; with
     *     {@code -Dbudget.renew} the file is written anew instead
     */
    public void holds() {
        String reason = System.getProperty(RENEW, "").strip();
        // Tests run in several processes, and all of them write into the one file.
        try (FileChannel turn = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = turn.lock()) {
            assert mine.isValid();
            List<String> lines = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of(HEAD);
            if (reason.isEmpty()) {
                compare(lines);
            } else {
                renew(lines, reason);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(List<String> lines) {
        Map<String, Figures> budget = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.startsWith("#") && !line.equals(HEAD))
                .forEach(line -> budget.put(line.substring(0, line.indexOf(';')), Figures.of(line)));
        List<String> wrong = new ArrayList<>();
        spent.forEach((useCase, figures) -> {
            Figures may = budget.get(useCase);
            if (may == null || !figures.within(may)) {
                wrong.add("%s: %s, budget %s".formatted(useCase, figures, may == null ? "none" : may));
            }
        });
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    """
                    These use cases cost something else than %s says:
                      %s
                    Statements and commits have to be the same, bytes of the log at most %.2f times as many and %d.
                    If it is meant to be so, say why, and commit the file:
                      ./mvnw -Dtest='StatementBudgetTest,UseCaseBudgetTest' -D%s="why it costs more or less" test
                    """.formatted(FILE, String.join(System.lineSeparator() + "  ", wrong), SHARE, MOVED_ROW, RENEW));
        }
    }

    private void renew(List<String> lines, String reason) throws IOException {
        List<String> notes = new ArrayList<>();
        Map<String, String> rows = new TreeMap<>();
        for (String line : lines) {
            if (line.startsWith("#")) {
                notes.add(line);
            } else if (!line.equals(HEAD)) {
                rows.put(line.substring(0, line.indexOf(';')), line);
            }
        }
        String note = "# " + reason;
        if (!notes.contains(note)) {
            notes.add(note);
        }
        spent.forEach((useCase, figures) -> rows.put(
                useCase,
                "%s;%d;%d;%d".formatted(useCase, figures.statements(), figures.commits(), figures.walBytes())));
        List<String> all = new ArrayList<>(notes);
        all.add(HEAD);
        all.addAll(rows.values());
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, all);
    }
}
