package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.process.engine.record.TaskEvent;
import de.kreislaufstadt.process.engine.record.TaskEvent.Kind;
import java.util.List;
import java.util.Optional;

/** Reads from what happened to a task how it came to where it is. */
final class Arrivals {

    private Arrivals() {}

    /** @return the hand-over by which the task came to this group; empty if it began there or came back there */
    static Optional<TaskEvent> of(List<TaskEvent> past, String group) {
        return past.stream()
                .filter(event -> !same(event.fromGroup(), event.toGroup()) && event.kind() != Kind.ASKED)
                .reduce((earlier, later) -> later)
                .filter(event -> event.kind() == Kind.HANDED_OVER && same(event.toGroup(), group));
    }

    private static boolean same(String one, String other) {
        return one == null ? other == null : one.equals(other);
    }
}
