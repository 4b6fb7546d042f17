package de.kreislaufstadt.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Says which node a request goes to, in turn, and to which none goes meanwhile: what an operator's proxy does. */
final class Proxy {

    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(2);

    private final boolean[] out;
    private final int[] underWay;
    private int turn;

    /** @param nodes how many there are */
    Proxy(int nodes) {
        out = new boolean[nodes];
        underWay = new int[nodes];
    }

    /** @return node that is asked next; {@link #answered} is told when it has answered or broken off */
    synchronized int next() {
        do {
            turn = (turn + 1) % out.length;
        } while (out[turn]);
        underWay[turn]++;
        return turn;
    }

    synchronized void answered(int node) {
        underWay[node]--;
    }

    /** No request goes there any more, and those that are there have been answered. */
    void leaveOut(int node) {
        setOut(node, true);
        await("requests on their way").atMost(LONGEST_REQUEST).until(() -> isIdle(node));
    }

    void takeIn(int node) {
        setOut(node, false);
    }

    private synchronized void setOut(int node, boolean isOut) {
        out[node] = isOut;
    }

    private synchronized boolean isIdle(int node) {
        return underWay[node] == 0;
    }
}
