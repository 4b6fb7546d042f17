package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.engine.people.Candidates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The words models may use in expressions, and all of them: {@code routing}, {@code deadline}, {@code timer}, {@code phase},
 * {@code step}, {@code ids}.
 */
@Component
public class ModelWords {

    /** Routing values that name the element of a multi-instance activity and with it its department, innermost first. */
    private static final List<String> OWNED_ITEMS =
            List.of("coSignId", "conditionId", "packageId", "ideaId", "goalId", "department", "projectId");

    /** Deadlines are days, and days end in the city's time zone. */
    public static final ZoneId ZONE = EngineDays.ZONE;

    private static final String ITEM_DEPARTMENT = "ITEM_DEPARTMENT";
    private static final String DECISION_BODY = "DECISION_BODY";
    private static final String MODERATION = "MODERATION";

    private final Decisions decisions;
    private final DepartmentDirectory departments;
    private final DueDates dueDates;
    private final MeasureDirectory measures;
    private final Handlers handlers;

    ModelWords(
            Decisions decisions,
            @Lazy DepartmentDirectory departments,
            @Lazy DueDates dueDates,
            @Lazy MeasureDirectory measures,
            Handlers handlers) {
        this.decisions = decisions;
        this.departments = departments;
        this.dueDates = dueDates;
        this.measures = measures;
        this.handlers = handlers;
    }

    /** @return the day of a moment in the city's time zone; null for none */
    public static LocalDate day(Date moment) {
        return EngineDays.dayOf(moment);
    }

    /** The beans models see, by name. */
    public Map<Object, Object> byName() {
        return Map.of(
                "routing", new Routing(),
                "deadline", new Deadline(),
                "timer", new Timer(),
                "phase", new Phase(),
                "step", new Step(),
                "ids", new Ids());
    }

    /** @return engine groups whose tasks these are, separated by commas, as {@code routing.group} answers the model */
    public String groupsOf(TaskContext scope) {
        return new Routing().group(scope);
    }

    /** Who owns a task. */
    public final class Routing {

        /** @return engine groups whose members may work on the task that is being created, separated by commas */
        public String group(DelegateExecution execution) {
            return group(Scopes.of(execution, null));
        }

        private String group(TaskContext scope) {
            String role = role(scope);
            if (ITEM_DEPARTMENT.equals(role)) {
                return group(scope, itemDepartment(scope), false);
            }
            if (DECISION_BODY.equals(role)) {
                role = "COUNCIL".equals(scope.text("body")) ? "COUNCIL_SERVICE" : "LEAD_HEAD";
            }
            return switch (role) {
                case "LEAD" -> group(scope, scope.lead(), false);
                case "LEAD_HEAD" -> group(scope, scope.lead(), true);
                case "ITEM_HEAD" -> group(scope, itemDepartment(scope), true);
                case "ITEM_DEZERNAT" -> departments.escalationGroup(scope.municipality(), itemDepartment(scope));
                case MODERATION -> moderation(scope, group(scope, holder(scope, role), false));
                default -> group(scope, holder(scope, role), false);
            };
        }

        /** People of no municipality may have a right on the workshop, now or later; who has is asked with their request. */
        private static String moderation(TaskContext scope, String group) {
            String workshop = scope.text("workshopId");
            return workshop == null ? group : group + "," + SingleRights.workshop(UUID.fromString(workshop));
        }

        /** New tasks of a department that has ended are its successor's. */
        private String group(TaskContext scope, String department, boolean head) {
            String municipality = scope.municipality();
            return Candidates.group(municipality, departments.currentOf(municipality, department), head);
        }

        private String role(TaskContext scope) {
            return departments.roleFor(scope.municipality(), scope.taskKey()).orElseGet(() -> {
                Map<String, Object> inputs = new HashMap<>();
                inputs.put("task", scope.taskKey());
                inputs.put("municipality", scope.municipality());
                inputs.put("body", scope.text("body"));
                return decisions.evaluate(scope.municipality(), "task-routing", inputs).stream()
                        .map(row -> (String) row.get("role"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No role for task " + scope.taskKey()));
            });
        }

        private String itemDepartment(TaskContext scope) {
            return OWNED_ITEMS.stream()
                    .flatMap(name -> Stream.ofNullable(scope.text(name))
                            .map(value -> "department".equals(name) ? value : ItemRef.departmentIn(value)))
                    .filter(department -> department != null)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No department for " + scope.taskKey()));
        }

        private String holder(TaskContext scope, String role) {
            return departments
                    .departmentWithRole(scope.municipality(), role)
                    .orElseThrow(() -> new IllegalStateException(
                            "No department of " + scope.municipality() + " has the role " + role));
        }
    }

    /** Until when a task is due. */
    public final class Deadline {

        /** @return end of the last day in Europe/Berlin; null where the table names no deadline */
        public Date due(DelegateExecution execution) {
            return EngineDays.endOf(dueDates.dueDate(Scopes.of(execution, null)));
        }
    }

    /** When a timer fires. */
    public final class Timer {

        /** @return start of the day that a routing value holds */
        public Date at(DelegateExecution execution, String name) {
            return EngineDays.startOf(day(Scopes.of(execution, null), name));
        }

        /** @return the time of that day at which the municipality looks at its deadlines */
        public Date morningOf(DelegateExecution execution, String name) {
            TaskContext scope = Scopes.of(execution, null);
            return EngineDays.at(day(scope, name), dueDates.morning(scope.municipality()));
        }

        /** @return start of the day after a period of working days, so that its last day still counts in full */
        public Date afterWorkingDays(DelegateExecution execution, String period) {
            TaskContext scope = Scopes.of(execution, null);
            return EngineDays.startOf(dueDates.endOfPeriod(scope, period).plusDays(1));
        }

        /** @return ISO 8601 repetition from the decision table */
        public String cycle(DelegateExecution execution, String name) {
            return dueDates.recurrence(Scopes.of(execution, null), name);
        }

        private static LocalDate day(TaskContext scope, String name) {
            LocalDate day = scope.date(name);
            if (day == null) {
                throw new IllegalStateException("No date " + name);
            }
            return day;
        }
    }

    /** Which state the measure enters. */
    public final class Phase {

        /** @param state name of the state the measure enters with this element, one of {@code MeasureState} */
        public void enter(DelegateExecution execution, String state) {
            measures.enter(Scopes.of(execution, null), state);
        }
    }

    /** Work of a service task. */
    public final class Step {

        /**
         * Runs the step named like the current service task. Inside a subprocess its routing values stay there: two
         * exchanges that overlap must not overwrite each other's.
         */
        public void run(DelegateExecution execution) {
            String id = execution.getCurrentActivityId();
            boolean inside = execution.getBpmnModelElementInstance().getParentElement() instanceof SubProcess;
            handlers.forStep(id)
                    .run(LoggedStep.enter(Scopes.of(execution, null)))
                    .values()
                    .forEach(inside ? execution::setVariableLocal : execution::setVariable);
        }
    }

    /** Routing values that hold several ids, or may be absent. */
    public final class Ids {

        /** @return the elements of a list that a handler left behind, none where there is no list */
        public List<String> in(Object list) {
            String text = list == null ? "" : list.toString();
            return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
        }

        /** @return whether a routing value is set and true */
        public boolean flag(DelegateExecution execution, String name) {
            return Boolean.TRUE.equals(execution.getVariable(name));
        }

        /** @return a routing value as text, empty where it is absent */
        public String text(DelegateExecution execution, String name) {
            Object value = execution.getVariable(name);
            return value == null ? "" : value.toString();
        }
    }
}
