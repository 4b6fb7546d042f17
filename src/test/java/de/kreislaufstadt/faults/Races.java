package de.kreislaufstadt.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.faults.Command.Kind;
import de.kreislaufstadt.faults.Command.Outcome;
import de.kreislaufstadt.journey.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two people who want the same task at the same moment, through different nodes: they claim it, and both complete it whatever
 * they were told. A measure is sent back and forth, so that it has a new task for every race.
 */
final class Races {

    /** Measures at once, with two reviewers and two clerks each. */
    private static final int ARENAS = 4;

    private final Cluster cluster;
    private final Recorder recorder;
    private final AtomicInteger undecided = new AtomicInteger();
    private final AtomicInteger won = new AtomicInteger();

    Races(Cluster cluster, Recorder recorder) {
        this.cluster = cluster;
        this.recorder = recorder;
    }

    void run(int races) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(3 * ARENAS);
        try {
            List<Future<?>> arenas = new ArrayList<>();
            for (int arena = 0; arena < ARENAS; arena++) {
                int number = arena;
                arenas.add(people.submit(() -> {
                    race(people, number, races / ARENAS);
                    return null;
                }));
            }
            for (Future<?> arena : arenas) {
                arena.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private void race(ExecutorService people, int arena, int races) throws InterruptedException, ExecutionException {
        List<Desk> clerks = two("wfm", arena);
        List<Desk> reviewers = two("klima", arena);
        String title = "Wettlauf " + arena;
        String number = clerks.get(0).proposes(title);
        for (int race = 0; race < races; race++) {
            boolean review = race % 2 == 0;
            List<Desk> both = review ? reviewers : clerks;
            String step = review ? "review-proposal" : "rework-proposal";
            String task = both.get(0).finds(number, step);
            int winners = 0;
            for (Kind kind : List.of(Kind.CLAIM, Kind.COMPLETE)) {
                ObjectNode form = review ? sentBack(race / 2) : reworked(title, race / 2 + 1);
                Future<Command> other = people.submit(() -> both.get(1).once(kind, title, step, task, form));
                List<Command> told = List.of(both.get(0).once(kind, title, step, task, form), other.get());
                winners = (int) told.stream()
                        .filter(command -> command.outcome() == Outcome.ACKNOWLEDGED)
                        .count();
            }
            (winners == 1 ? won : undecided).incrementAndGet();
        }
    }

    private List<Desk> two(String department, int arena) {
        return List.of(
                new Desk(cluster, recorder, department + "-" + 2 * arena),
                new Desk(cluster, recorder, department + "-" + (2 * arena + 1)));
    }

    /** @param earlier how often it was sent back before, with one point each time */
    private static ObjectNode sentBack(int earlier) {
        return Forms.valid("review-proposal", form -> {
            if (earlier > 0) {
                form.putArray("changes").addObject().put("number", earlier).put("accepted", true);
            }
            form.put("result", "REWORK").put("note", "Bitte ergänzen, bis wann die Umsetzung geplant ist.");
            form.remove("body");
        });
    }

    private static ObjectNode reworked(String title, int point) {
        return Forms.valid("rework-proposal", form -> {
            form.withObject("/outline").put("title", title).put("summary", "Ergänzt zum " + point + ". Mal.");
            form.putArray("changes").addObject().put("number", point).put("answer", "Der Zeitplan ist ergänzt.");
        });
    }

    /** @return races with exactly one winner */
    int won() {
        return won.get();
    }

    /** @return races that nobody won, or both */
    int undecided() {
        return undecided.get();
    }
}
