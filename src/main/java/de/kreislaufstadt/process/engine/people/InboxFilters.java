package de.kreislaufstadt.process.engine.people;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists that people find in Tasklist. Without a filter, Tasklist shows an empty page. */
@Component
class InboxFilters {

    /** Seconds between two looks at the list while it is open. */
    private static final int REFRESH = 60;

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    InboxFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    void createFor(String staffGroup) {
        List<Inbox> inboxes = inboxes();
        for (int place = 0; place < inboxes.size(); place++) {
            grants.giveFilter(staffGroup, ensure(inboxes.get(place), place));
        }
    }

    /** One list: all that they may work on, in all municipalities. */
    void createForOutsiders(String group) {
        grants.giveFilter(group, ensure(new Inbox(InboxList.OUTSIDE, this::ofMyDepartment), 0));
    }

    /** Tasklist opens the first one: the department's, since one's own is empty until something is claimed. */
    private List<Inbox> inboxes() {
        return List.of(
                new Inbox(InboxList.DEPARTMENT, () -> unhidden(ofMyDepartment())),
                new Inbox(
                        InboxList.MINE,
                        () -> unhidden(tasks.createTaskQuery()).taskAssigneeExpression("${ currentUser() }")),
                new Inbox(InboxList.OVERDUE, () -> ofMyDepartment().dueBeforeExpression("${ now() }")),
                new Inbox(InboxList.FOLLOW_UP, () -> ofMyDepartment().followUpAfterExpression("${ now() }")),
                new Inbox(
                        InboxList.DEPUTY,
                        () -> unhidden(tasks.createTaskQuery()
                                .taskCandidateGroupInExpression("${ deputyGroups() }")
                                .includeAssignedTasks())));
    }

    private TaskQuery ofMyDepartment() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${ currentUserGroups() }")
                .includeAssignedTasks();
    }

    /** A task put off to a later day stays away until then. */
    private static TaskQuery unhidden(TaskQuery query) {
        return query.followUpBeforeOrNotExistentExpression("${ now() }");
    }

    private String ensure(Inbox inbox, int place) {
        Filter filter =
                filters.createTaskFilterQuery().filterName(inbox.list().title()).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(inbox.list().title());
        }
        // Without an order: it would come before the one that a person chooses in Tasklist.
        filter.setQuery(inbox.query().get());
        filter.setProperties(Map.of(
                "description",
                inbox.list().description(),
                "priority",
                place,
                "color",
                "#1f5f4a",
                "refresh",
                true,
                "refreshInterval",
                REFRESH,
                "showUndefinedVariable",
                false));
        return filters.saveFilter(filter).getId();
    }

    private record Inbox(InboxList list, Supplier<TaskQuery> query) {}
}
