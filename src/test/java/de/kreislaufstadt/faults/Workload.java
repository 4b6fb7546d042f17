package de.kreislaufstadt.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.journey.Forms;
import de.kreislaufstadt.support.CityDay;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Sixteen people who propose measures and lead them through their first steps, one after the other. */
final class Workload implements AutoCloseable {

    static final String HEAD = "wfm-leitung";

    private final Cluster cluster;
    private final Recorder recorder;
    private final String name;
    private final int wanted;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService people = Executors.newFixedThreadPool(Cluster.CLERKS);
    private final List<Future<?>> days = new ArrayList<>();

    /**
     * @param name how titles of measures begin, different each time
     * @param wanted measures at least; they go on until they are told that it is enough
     */
    Workload(Cluster cluster, Recorder recorder, String name, int wanted) {
        this.cluster = cluster;
        this.recorder = recorder;
        this.name = name;
        this.wanted = wanted;
        for (int person = 0; person < Cluster.CLERKS; person++) {
            int number = person;
            days.add(people.submit(() -> work(number)));
        }
    }

    private void work(int person) {
        Desk clerk = new Desk(cluster, recorder, "wfm-" + person);
        Desk reviewer = new Desk(cluster, recorder, "klima-" + person);
        Desk head = new Desk(cluster, recorder, HEAD);
        for (int measure = begun.incrementAndGet();
                measure <= wanted || !enough.get();
                measure = begun.incrementAndGet()) {
            lead(String.format("%s %04d", name, measure), clerk, reviewer, head);
            finished.incrementAndGet();
        }
    }

    private static void lead(String title, Desk clerk, Desk reviewer, Desk head) {
        String number = clerk.proposes(title);
        reviewer.does(title, "review-proposal", reviewer.finds(number, "review-proposal"), review());
        head.does(title, "decide-measure", head.finds(number, "decide-measure"), decision());
        clerk.does(
                title,
                "define-knowledge-goals",
                clerk.finds(number, "define-knowledge-goals"),
                Forms.valid("define-knowledge-goals"));
    }

    static ObjectNode review() {
        return Forms.valid("review-proposal");
    }

    private static ObjectNode decision() {
        return Forms.valid("decide-measure", form -> {
            form.put("decidedOn", CityDay.today().toString());
            form.putArray("phases").add("KNOWLEDGE");
        });
    }

    int finished() {
        return finished.get();
    }

    boolean isRunning() {
        return days.stream().anyMatch(day -> !day.isDone());
    }

    /** Lets everybody finish what has been begun, and at least as many measures as are wanted. */
    void end() throws InterruptedException, ExecutionException {
        enough.set(true);
        for (Future<?> day : days) {
            day.get();
        }
    }

    @Override
    public void close() {
        enough.set(true);
        people.shutdownNow();
    }
}
