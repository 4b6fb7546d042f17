package de.kreislaufstadt.process.engine.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that happened to an open task beside its completion.
 *
 * @param fromGroup engine group that had the task before
 * @param toGroup engine group that has it afterwards; of a question, the group that is asked
 * @param heldBy engine user id of who had it before, null = nobody
 * @param givenTo engine user id of who has it afterwards, null = nobody
 * @param followUpBefore day it was put off to before, null = none
 * @param followUp day it is put off to afterwards, null = none
 * @param dueBefore last day it had before; null where the last day stays
 * @param due last day it has afterwards; null where the last day stays
 * @param reason reason, question or answer; null where none was given or its time of deletion has come
 */
public record TaskEvent(
        UUID id,
        String municipality,
        UUID measure,
        String process,
        String taskKey,
        String taskId,
        Kind kind,
        String by,
        Instant at,
        String fromGroup,
        String toGroup,
        String heldBy,
        String givenTo,
        LocalDate followUpBefore,
        LocalDate followUp,
        LocalDate dueBefore,
        LocalDate due,
        String reason) {

    /** What happened. */
    public enum Kind {
        /** Put off to a later day. */
        FOLLOW_UP,
        /** Back before its day. */
        FOLLOW_UP_ENDED,
        /** Given to a colleague. */
        ASSIGNED,
        /** Given to another department. */
        HANDED_OVER,
        /** Given back to the department it came from. */
        RETURNED,
        /** Given back to the group. */
        RELEASED,
        /** A question was asked. */
        ASKED,
        /** It was answered. */
        ANSWERED,
        /** It was withdrawn. */
        WITHDRAWN,
        /** Given more time by a superior. */
        EXTENDED,
        /** What happened last was taken back at once. */
        UNDONE,
        /** Somebody who stepped in let the process go on without it. */
        SKIPPED,
        /** Withdrawn, since somebody who stepped in let an earlier step be repeated. */
        REVOKED,
        /** Opened once more by somebody who stepped in. */
        REOPENED,
        /** Rests with its measure. */
        PAUSED,
        /** Goes on with its measure. */
        RESUMED,
        /** Gone with its measure, which was cancelled or merged. */
        ENDED,
        /** Went to the new lead of its measure. */
        LEAD_CHANGED;

        /** @return whether it can be taken back: nobody else has been asked for an answer by it */
        public boolean canBeUndone() {
            return this == FOLLOW_UP
                    || this == FOLLOW_UP_ENDED
                    || this == ASSIGNED
                    || this == HANDED_OVER
                    || this == RETURNED
                    || this == RELEASED
                    || this == EXTENDED;
        }
    }
}
