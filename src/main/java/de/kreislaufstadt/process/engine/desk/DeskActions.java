package de.kreislaufstadt.process.engine.desk;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.engine.people.Candidates;
import de.kreislaufstadt.process.engine.record.TaskEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what somebody has done with an open task, for the log of actions. */
@Component
class DeskActions {

    private final StandIns standIns;
    private final ApplicationEventPublisher events;

    DeskActions(StandIns standIns, ApplicationEventPublisher events) {
        this.standIns = standIns;
        this.events = events;
    }

    void tell(DeskTask desk, Login who, TaskEvent event) {
        String holder = desk.task().getAssignee();
        String absent = desk.group() == null
                ? null
                : standIns.onBehalfOf(who.user(), desk.group(), who.user().equals(holder) ? null : holder)
                        .orElse(null);
        Subject subject = new Subject(event.process(), event.taskKey(), event.taskId(), null);
        events.publishEvent(BusinessAction.of(event.municipality(), event.measure(), kind(event), subject, who.user())
                .as(role(desk, who))
                .inPlaceOf(absent)
                .changing(changes(event))
                .because(event.reason()));
    }

    /** As which of their groups they may do it. */
    private static String role(DeskTask desk, Login who) {
        if (desk.group() == null) {
            return null;
        }
        return Stream.of(desk.group(), Candidates.headsOf(desk.group()), Candidates.managers(desk.municipality()))
                .filter(who.groups()::contains)
                .findFirst()
                .orElse(null);
    }

    private static List<Change> changes(TaskEvent event) {
        List<Change> changes = new ArrayList<>();
        if (event.kind() == TaskEvent.Kind.ASKED) {
            if (event.toGroup() != null) {
                changes.add(Change.of("asked", null, event.toGroup()));
            }
        } else if (!Objects.equals(event.fromGroup(), event.toGroup())) {
            changes.add(Change.of("group", event.fromGroup(), event.toGroup()));
        }
        if (!Objects.equals(event.heldBy(), event.givenTo())) {
            changes.add(Change.ofPerson("holder", event.heldBy(), event.givenTo()));
        }
        if (!Objects.equals(event.followUpBefore(), event.followUp())) {
            changes.add(Change.of("followUp", event.followUpBefore(), event.followUp()));
        }
        if (!Objects.equals(event.dueBefore(), event.due())) {
            changes.add(Change.of("due", event.dueBefore(), event.due()));
        }
        return changes;
    }

    private static Kind kind(TaskEvent event) {
        return switch (event.kind()) {
            case FOLLOW_UP -> Kind.TASK_PUT_OFF;
            case FOLLOW_UP_ENDED -> Kind.TASK_BROUGHT_BACK;
            case ASSIGNED -> Kind.TASK_ASSIGNED;
            case HANDED_OVER -> Kind.TASK_HANDED_OVER;
            case RETURNED -> Kind.TASK_RETURNED;
            case RELEASED -> Kind.TASK_GIVEN_BACK;
            case ASKED -> Kind.TASK_ASKED;
            case ANSWERED -> Kind.TASK_ANSWERED;
            case WITHDRAWN -> Kind.TASK_QUESTION_WITHDRAWN;
            case EXTENDED -> Kind.TASK_EXTENDED;
            case UNDONE -> Kind.TASK_UNDONE;
            case SKIPPED -> Kind.STEP_SKIPPED;
            case REVOKED, ENDED -> Kind.TASK_CANCELLED;
            case PAUSED -> Kind.MEASURE_PAUSED;
            case RESUMED -> Kind.MEASURE_RESUMED;
            case LEAD_CHANGED -> Kind.LEAD_CHANGED;
            case REOPENED -> Kind.STEP_REPEATED;
        };
    }
}
