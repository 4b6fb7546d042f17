package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import java.util.List;

/**
 * Who hears of what happened to a task, and hears once more when it is taken back.
 *
 * @param group engine group that is told, or that the person belongs to
 * @param person engine user id of who is told; null where the group is
 */
record Informed(String group, String person) {

    /** @return nobody where only who did it is concerned */
    static List<Informed> of(TaskEvent event) {
        return switch (event.kind()) {
            case HANDED_OVER, RETURNED ->
                event.givenTo() == null
                        ? handedOver(event.toGroup())
                        : List.of(
                                new Informed(Candidates.headsOf(event.toGroup()), null),
                                new Informed(event.toGroup(), event.givenTo()));
            case ASSIGNED -> List.of(new Informed(event.toGroup(), event.givenTo()));
            case FOLLOW_UP ->
                isSomebodyElse(event, event.givenTo()) && !event.givenTo().equals(event.heldBy())
                        ? List.of(new Informed(event.toGroup(), event.givenTo()))
                        : List.of();
            case RELEASED ->
                isSomebodyElse(event, event.heldBy()) ? List.of(new Informed(null, event.heldBy())) : List.of();
            case EXTENDED -> extended(event);
            // The measure's own notices tell of the last four.
            case FOLLOW_UP_ENDED,
                    ASKED,
                    ANSWERED,
                    WITHDRAWN,
                    UNDONE,
                    SKIPPED,
                    REVOKED,
                    REOPENED,
                    PAUSED,
                    RESUMED,
                    ENDED,
                    LEAD_CHANGED -> List.of();
        };
    }

    /** The head of the department hears of it, too. */
    private static List<Informed> handedOver(String group) {
        Informed head = new Informed(Candidates.headsOf(group), null);
        return head.group().equals(group) ? List.of(head) : List.of(head, new Informed(group, null));
    }

    /** Who holds the task; where nobody does, its group. */
    private static List<Informed> extended(TaskEvent event) {
        if (event.heldBy() == null) {
            return event.toGroup() == null ? List.of() : List.of(new Informed(event.toGroup(), null));
        }
        return isSomebodyElse(event, event.heldBy()) ? List.of(new Informed(null, event.heldBy())) : List.of();
    }

    private static boolean isSomebodyElse(TaskEvent event, String user) {
        return user != null && !user.equals(event.by());
    }
}
