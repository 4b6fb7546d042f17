package de.kreislaufstadt.bench;

import java.util.List;

/** The same work on one candidate, over its REST interface: what people do with a measure from its proposal to its end. */
interface Desk {

    /** @param id of the task, by which it is taken and completed */
    record Open(String id, String key) {}

    /** @return by what its tasks are found */
    String begin();

    /** @return open tasks of a measure, in whatever process of it */
    List<Open> open(String measure);

    /** Somebody of the department makes the task theirs. */
    void take(Open task);

    /** The one who has it completes it as the path of all candidates goes on. */
    void complete(Open task);

    /** @return how many tasks are on the first page of the clerk's list */
    int page();

    /** @return how many are on all pages */
    int count();

    /** Brings a measure to the timer that lets it rest. */
    default void defer() {
        throw new UnsupportedOperationException();
    }

    /** Steps of the path in their order, for those who have to know how many there are. */
    List<String> PATH = List.of(
            "review-proposal",
            "decide-measure",
            "define-knowledge-goals",
            "collect-knowledge",
            "collect-knowledge",
            "review-knowledge",
            "evaluate-measure",
            "release-evaluation",
            "offer-to-archive");

    /**
     * From the proposal to the end: every task is looked for, taken and completed.
     *
     * @throws IllegalStateException if it takes another way than the path
     */
    default void wholeLife() {
        String measure = begin();
        for (String step : PATH) {
            Open task = open(measure).stream()
                    .filter(open -> open.key().equals(step))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException(measure + " has no task " + step + ": " + open(measure)));
            take(task);
            complete(task);
        }
        if (!open(measure).isEmpty()) {
            throw new IllegalStateException(measure + " has not ended: " + open(measure));
        }
    }
}
