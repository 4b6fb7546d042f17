package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.round.RequestTable.Request;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import de.kreislaufstadt.process.TaskNotice;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reminds members that have not answered yet. */
@Component
class MemberReminders {

    private final RequestTable requests;
    private final OpenTasks tasks;
    private final ApplicationEventPublisher events;

    MemberReminders(RequestTable requests, OpenTasks tasks, ApplicationEventPublisher events) {
        this.requests = requests;
        this.tasks = tasks;
        this.events = events;
    }

    /** @return how many were reminded */
    int remind(String office, ComponentRound round) {
        List<Request> open = requests.in(office, round.id(), List.of(RequestState.OPEN), Integer.MAX_VALUE);
        Map<String, OpenTask> byInstance =
                tasks.ofInstances(open.stream().map(Request::instance).toList());
        String cause = UUID.randomUUID().toString();
        List<Request> reminded = open.stream()
                .filter(request -> byInstance.containsKey(request.instance()))
                .toList();
        reminded.forEach(
                request -> events.publishEvent(notice(round, request, byInstance.get(request.instance()), cause)));
        requests.reminded(office, reminded.stream().map(Request::id).toList());
        return reminded.size();
    }

    private static TaskNotice notice(ComponentRound round, Request request, OpenTask task, String cause) {
        return new TaskNotice(
                TaskNotice.Kind.REMINDED,
                request.municipality(),
                task.id(),
                CommentComponent.TASK,
                request.id(),
                round.key(),
                task.groups().stream()
                        .filter(group -> group.startsWith(request.municipality() + "-"))
                        .findFirst()
                        .orElse(null),
                task.assignee(),
                task.due(),
                cause);
    }
}
