package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.StatementCount;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Lists of tasks that read their grants once show the same rows in the same order as the engine's own statement. That one is
 * still used as soon as any revoked right concerns the person, which is how both are compared.
 */
@ApplicationTest
class InboxQueryTest {

    private static final List<String> GROUPS =
            List.of("muenster-wfm", "muenster-wfm-head", "muenster-klima", "muenster-umwelt", "muenster-difu");

    @Autowired
    Office office;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    StatementCount.Counter statements;

    private final List<String> made = new ArrayList<>();
    private final List<Authorization> given = new ArrayList<>();

    /** Monitors see everything of their municipality. */
    static List<String> staff() {
        return people().subList(0, people().size() - 1);
    }

    static List<String> people() {
        return List.of(
                "wfm-sachbearbeitung", "wfm-leitung", "klima-sachbearbeitung", "difu-sachbearbeitung", "beobachtung");
    }

    private static final Map<String, UnaryOperator<TaskQuery>> LISTS = Map.ofEntries(
            Map.entry("everything", query -> query),
            Map.entry(
                    "my department's",
                    query -> query.taskCandidateGroupIn(GROUPS.subList(0, 2)).includeAssignedTasks()),
            Map.entry("nobody's yet", query -> query.taskCandidateGroupIn(GROUPS.subList(0, 3))),
            Map.entry("of one group", query -> query.taskCandidateGroup("muenster-klima")),
            Map.entry(
                    "of groups that are called so",
                    query -> query.taskCandidateGroupLike("%-wfm%").includeAssignedTasks()),
            Map.entry(
                    "my department's or of a name",
                    query -> query.or()
                            .taskCandidateGroupIn(GROUPS.subList(0, 2))
                            .includeAssignedTasks()
                            .taskNameLike("%3%")
                            .endOr()),
            Map.entry(
                    "of both departments at once",
                    query -> query.taskCandidateGroup("muenster-wfm")
                            .includeAssignedTasks()
                            .or()
                            .taskCandidateGroup("muenster-klima")
                            .taskNameLike("%4%")
                            .endOr()),
            Map.entry("with a group", query -> query.withCandidateGroups().includeAssignedTasks()),
            Map.entry("without a group", query -> query.withoutCandidateGroups().includeAssignedTasks()),
            Map.entry("with me in it", query -> query.taskInvolvedUser("wfm-sachbearbeitung")),
            Map.entry("by name", query -> query.taskNameLike("%1%")),
            Map.entry(
                    "one of two",
                    query -> query.or()
                            .taskNameLike("%2%")
                            .taskAssignee("wfm-sachbearbeitung")
                            .endOr()),
            Map.entry("of a process", query -> query.processDefinitionKey("measure-lifecycle")),
            Map.entry("of a measure", query -> query.processInstanceBusinessKeyLike("%-%")),
            Map.entry("by a value", query -> query.processVariableValueEquals("lead", "wfm")),
            Map.entry("overdue", query -> query.dueBefore(new Date())));

    @BeforeEach
    void aBusyCity() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(measure, "review-proposal");
        Random random = new Random(20261122);
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        for (int number = 0; number < 120; number++) {
            Task task = office.tasks().newTask();
            task.setName("Aufgabe " + number);
            // Some of another municipality with groups of the same name, and some of none.
            task.setTenantId(number % 11 == 0 ? "elsewhere" : number % 13 == 0 ? null : Office.MUNICIPALITY);
            task.setDueDate(Date.from(today.plus(random.nextInt(40) - 20, ChronoUnit.DAYS)));
            office.tasks().saveTask(task);
            made.add(task.getId());
            // Some for two groups, so that the same task is granted twice, and some for nobody.
            for (int links = random.nextInt(3); links > 0; links--) {
                office.tasks().addCandidateGroup(task.getId(), GROUPS.get(random.nextInt(GROUPS.size())));
            }
            if (number % 7 == 0) {
                office.tasks().setAssignee(task.getId(), people().get(number % people().size()));
            }
        }
    }

    @AfterEach
    void cleared() {
        office.tasks().deleteTasks(made, true);
        given.forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
    }

    @ParameterizedTest
    @MethodSource("people")
    void everyListShowsTheSameRowsAsTheEnginesOwnStatement(String user) {
        Map<String, List<String>> fast = new TreeMap<>();
        LISTS.forEach((name, list) -> fast.put(name, seen(user, list)));
        assertThat(fast.get("everything")).isNotEmpty();
        revokeSomethingElse(user);

        LISTS.forEach((name, list) ->
                assertThat(seen(user, list)).as("%s: %s", user, name).isEqualTo(fast.get(name)));
    }

    @ParameterizedTest
    @MethodSource("people")
    void pagesAndCountsAreTheSame(String user) {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, List<String>> pages = new TreeMap<>();
        LISTS.forEach((name, list) -> {
            counts.put(name, counted(user, list));
            pages.put(name, page(user, list));
            assertThat(counts.get(name)).as(name).isEqualTo(seen(user, list).size());
        });
        revokeSomethingElse(user);

        LISTS.forEach((name, list) -> {
            assertThat(counted(user, list)).as("%s: %s", user, name).isEqualTo(counts.get(name));
            assertThat(page(user, list)).as("%s: %s", user, name).isEqualTo(pages.get(name));
        });
    }

    @ParameterizedTest
    @MethodSource("staff")
    void nobodySeesTasksOfAnotherMunicipality(String user) {
        List<String> elsewhere = office.tasks().createTaskQuery().tenantIdIn("elsewhere").list().stream()
                .map(Task::getId)
                .toList();
        assertThat(elsewhere).isNotEmpty();
        LISTS.forEach((name, list) -> assertThat(seen(user, list)).as(name).doesNotContainAnyElementsOf(elsewhere));
    }

    /** Twenty days, a hundred and twenty tasks: most share their due date with others. */
    @ParameterizedTest
    @ValueSource(strings = {"everything", "my department's", "with a group"})
    void pagesShowEveryTaskOnceAlsoWhereManyAreDueOnTheSameDay(String name) {
        UnaryOperator<TaskQuery> list = LISTS.get(name);
        Set<String> all = new HashSet<>(seen("wfm-sachbearbeitung", list));
        List<String> shown = new ArrayList<>();
        for (int first = 0; first < all.size(); first += 7) {
            shown.addAll(page("wfm-sachbearbeitung", list, first));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(all);
    }

    private List<String> page(String user, UnaryOperator<TaskQuery> list, int first) {
        return office.as(user)
                .signedIn(() ->
                        list.apply(office.tasks().createTaskQuery()).orderByDueDate().asc().listPage(first, 7).stream()
                                .map(Task::getId)
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 0"})
    void grantsAreReadOnceUnlessARevocationConcernsThePerson(boolean revoked, int rewritten) {
        if (revoked) {
            revokeSomethingElse("wfm-sachbearbeitung");
        }
        office.as("wfm-sachbearbeitung").signedIn(() -> {
            statements.begin();
            office.tasks().createTaskQuery().listPage(0, 15);
            return null;
        });
        assertThat(statements.end().engineStatements())
                .filteredOn(sql -> sql.startsWith("with GRANTED as materialized"))
                .hasSize(rewritten);
    }

    private List<String> seen(String user, UnaryOperator<TaskQuery> list) {
        return office.as(user)
                .signedIn(() -> list
                        .apply(office.tasks().createTaskQuery())
                        .orderByDueDate()
                        .asc()
                        .orderByTaskId()
                        .asc()
                        .unlimitedList()
                        .stream()
                        .map(Task::getId)
                        .toList());
    }

    private List<String> page(String user, UnaryOperator<TaskQuery> list) {
        return office.as(user)
                .signedIn(() -> list
                        .apply(office.tasks().createTaskQuery())
                        .orderByDueDate()
                        .desc()
                        .orderByTaskId()
                        .asc()
                        .listPage(5, 15)
                        .stream()
                        .map(Task::getId)
                        .toList());
    }

    private long counted(String user, UnaryOperator<TaskQuery> list) {
        return office.as(user)
                .signedIn(() -> list.apply(office.tasks().createTaskQuery()).count());
    }

    /** A right on something that has nothing to do with tasks. */
    private void revokeSomethingElse(String user) {
        Authorization revoked = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revoked.setUserId(user);
        revoked.setResource(Resources.FILTER);
        revoked.setResourceId("no-such-filter");
        revoked.removePermission(Permissions.READ);
        given.add(authorizations.saveAuthorization(revoked));
    }
}
