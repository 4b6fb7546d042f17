package de.kreislaufstadt.notification;

import de.kreislaufstadt.process.TaskNotice;
import java.util.UUID;

/** A notice in the outbox: what was published, without what the task itself still knows. */
record Notice(
        UUID id,
        String municipality,
        TaskNotice.Kind kind,
        String taskId,
        String measureNumber,
        String group,
        String assignee,
        String cause) {}
