package de.kreislaufstadt.journey;

import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who work without a pause through a proxy: what cannot be sent to one node goes to the next one, as proxies do. Every answer is
 * kept.
 */
final class RollingClients implements AutoCloseable {

    /** One who writes and one who reads. */
    static final int PEOPLE = 2;

    /** Faster than people, and slow enough to leave the machine to a node that starts. */
    private static final long PACE_MILLIS = 100;

    private final List<ProductionApplication> nodes;
    private final String user;
    private final String password;
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final Queue<String> proposed = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<String> cut = new ConcurrentLinkedQueue<>();

    RollingClients(List<ProductionApplication> nodes, String user, String password) {
        this.nodes = new CopyOnWriteArrayList<>(nodes);
        this.user = user;
        this.password = password;
        people.scheduleWithFixedDelay(() -> work(true), 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
        people.scheduleWithFixedDelay(() -> work(false), 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The proxy sends nothing there any more. */
    void leaveOut(ProductionApplication node) {
        nodes.remove(node);
    }

    void takeIn(ProductionApplication node) {
        nodes.add(node);
    }

    /** @return requests that were answered so far */
    int answered() {
        return answered.get();
    }

    /** @return numbers of the measures whose proposal was acknowledged */
    List<String> proposed() {
        return List.copyOf(proposed);
    }

    /** @return what was answered with anything but success */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** @return what was on its way to a node when it went */
    List<String> cut() {
        return List.copyOf(cut);
    }

    private void work(boolean writes) {
        List<ProductionApplication> asked = List.copyOf(nodes);
        ProductionApplication node = asked.get(turn.getAndIncrement() % asked.size());
        Http client = node.http().as(user, password);
        try {
            Answer answer = writes
                    ? new Desk(user, client).proposes(Forms.valid("propose-measure"))
                    : client.get("/engine-rest/task/count");
            keep(answer, writes);
        } catch (UncheckedIOException | IllegalStateException gone) {
            // What was never sent goes to the next node; of anything else nobody knows.
            if (!(gone.getCause() instanceof ConnectException)) {
                cut.add(gone.toString());
            }
        }
    }

    private void keep(Answer answer, boolean writes) {
        if (answer.status() != 200) {
            refused.add(answer.status() + " " + answer.body());
        } else if (writes) {
            proposed.add(answer.json().get("businessKey").asText());
        }
        answered.incrementAndGet();
    }

    @Override
    public void close() {
        goHome();
    }

    /** Waits for the last answers. */
    void goHome() {
        people.shutdown();
        try {
            people.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
