package de.kreislaufstadt.process;

import static de.kreislaufstadt.support.TaskPage.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.rights.Cast;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.HeardNotices;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Heads of the lead and managers step in at tasks of others; everybody else looks on, or does not even see it. */
@ApplicationTest
class SteeringTest {

    private static final String STEERING = "/camunda/api/kreislaufstadt/steering/";
    private static final String OTHER = "umwelt-sachbearbeitung";
    private static final String TO_UMWELT = "{'department': 'umwelt', 'reason': 'Urlaub'}";

    private static final List<String> KINDS = List.of("EXTEND", "FOLLOW_UP", "REASSIGN", "SKIP", "REPEAT");

    /** Kind, wish, and how the refusal begins: {@code field: reason}. */
    private static final String WRONG = """
            EXTEND|{'date': '2020-01-01', 'reason': 'x'}|date: Die neue Frist darf nicht in der Vergangenheit liegen.
            EXTEND|{'date': 'morgen', 'reason': 'x'}|date
            EXTEND|{'date': '2099-01-01', 'reason': 'x'}|date
            EXTEND|{'date': 'LATER'}|reason: Bitte füllen Sie dieses Feld aus.
            EXTEND|{'date': 'LATER', 'reason': 'LONG'}|reason
            FOLLOW_UP|{'date': '2020-01-01', 'reason': 'x'}|date
            FOLLOW_UP|{'date': 'LATER', 'reason': 'x'}|afterDue: Der Tag liegt nach der Frist der Aufgabe.
            FOLLOW_UP|{'date': 'LATER', 'afterDue': true}|reason
            REASSIGN|{'person': 'niemand', 'reason': 'x'}|colleague
            REASSIGN|{'person': 'umwelt-sachbearbeitung', 'reason': 'x'}|colleague
            REASSIGN|{'department': 'atlantis', 'reason': 'x'}|department
            REASSIGN|{'department': 'umwelt', 'person': 'niemand', 'reason': 'x'}|person: Diese Person arbeitet nicht
            REASSIGN|{'department': 'umwelt'}|reason
            REASSIGN|{'person': 'klima-leitung', 'reason': 'LONG'}|reason
            REASSIGN|{'reason': 'x'}|colleague
            REPEAT|{'step': 'rework-proposal'}|reason
            REPEAT|{'reason': 'x'}|step
            """;

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Accounts accounts;

    @Autowired
    HeardNotices notices;

    @Autowired
    OfficeDays days;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final Map<Role, Http> browsers = new EnumMap<>(Role.class);
    private Cast cast;
    private String number;
    private Task task;

    @BeforeEach
    void aMeasureOfTheClimateUnitWaitsForItsReview() {
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
        number = office.as("klima-sachbearbeitung")
                .proposes(office.valid("propose-measure", data -> data.put("lead", "klima")));
        task = office.open(number, "review-proposal").get(0);
    }

    @AfterEach
    void everybodyGoes() {
        cast.leave();
    }

    @ParameterizedTest
    @EnumSource(names = {"HEAD", "MANAGER"})
    void headsOfTheLeadAndManagersGiveATaskToAnotherDepartmentAndThePeopleThereHearOfIt(Role role) {
        assertThat(does(role, "REASSIGN", task.getId(), TO_UMWELT).status()).isEqualTo(204);

        assertThat(groups(now())).containsExactly("muenster-umwelt");
        assertThat(notices.about(task.getId()))
                .containsExactly("HANDED_OVER muenster-umwelt-head null", "HANDED_OVER muenster-umwelt null");
        assertThat(events()).containsExactly("HANDED_OVER " + cast.name(role) + " Urlaub");
    }

    @Test
    void aTaskGoesToAPersonThereOrToAnotherOfItsOwnDepartment() {
        does(Role.HEAD, "REASSIGN", task.getId(), "{'person': 'klima-sachbearbeitung', 'reason': 'Kennt den Fall'}");
        assertThat(now().getAssignee()).isEqualTo("klima-sachbearbeitung");

        does(Role.HEAD, "REASSIGN", task.getId(), TO_UMWELT.replace("'reason'", "'person': '" + OTHER + "', 'reason'"));

        assertThat(now().getAssignee()).isEqualTo(OTHER);
        assertThat(groups(now())).containsExactly("muenster-umwelt");
        assertThat(notices.about(task.getId())).contains("HANDED_OVER muenster-umwelt " + OTHER);
    }

    @Test
    void aTaskOfOthersGetsMoreTimeAndComesBackLaterToWhoHasIt() {
        LocalDate later = days.sameOrNext(Office.MUNICIPALITY, due().plusDays(14));
        LocalDate soon =
                days.sameOrNext(Office.MUNICIPALITY, LocalDate.now(clock).plusDays(3));
        does(Role.HEAD, "REASSIGN", task.getId(), "{'person': 'klima-sachbearbeitung', 'reason': 'Kennt den Fall'}");

        assertThat(does(Role.HEAD, "EXTEND", task.getId(), "{'date': '" + later + "', 'reason': 'Gutachten fehlt'}")
                        .status())
                .isEqualTo(204);
        assertThat(does(Role.MANAGER, "FOLLOW_UP", task.getId(), "{'date': '" + soon + "', 'reason': 'Sommerpause'}")
                        .status())
                .isEqualTo(204);

        assertThat(due()).isEqualTo(later);
        assertThat(day(now().getFollowUpDate())).isEqualTo(soon);
        assertThat(now().getAssignee()).isEqualTo("klima-sachbearbeitung");
    }

    @Test
    void nobodyGivesThemselvesMoreTime() {
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        Task decision = office.open(number, "decide-measure").get(0);

        Http.Answer answer = does(
                Role.HEAD,
                "EXTEND",
                decision.getId(),
                "{'date': '" + LocalDate.now(clock).plusMonths(5) + "', 'reason': 'Keine Zeit'}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("message").asText()).startsWith("Die eigene Frist");
    }

    @Test
    void anEarlierStepIsRepeatedTheOpenOneWithdrawnAndEveryGateIsPassedAgain() {
        String wish = "{'step': 'rework-proposal', 'reason': 'Kosten fehlen'}";
        assertThat(does(Role.HEAD, "REPEAT", task.getId(), wish).status()).isEqualTo(204);

        assertThat(office.openTasks(number)).containsExactly("rework-proposal");
        assertThat(events())
                .containsExactly(
                        "REVOKED " + cast.name(Role.HEAD) + " Kosten fehlen",
                        "REOPENED " + cast.name(Role.HEAD) + " Kosten fehlen");
        office.as("klima-sachbearbeitung").completes(number, "rework-proposal", data -> data.remove("changes"));
        assertThat(office.openTasks(number)).containsExactly("review-proposal");
        office.as("klima-leitung").completes(number, "review-proposal");
        assertThat(office.openTasks(number)).containsExactly("decide-measure");
    }

    @Test
    void aStepThatTheModelLetsBeSkippedIsOverAndTheHistorySaysSo() {
        Task change = changeOfDetails();

        assertThat(does(Role.MANAGER, "SKIP", change.getId(), "{'reason': 'Hat sich erledigt'}")
                        .status())
                .isEqualTo(204);

        assertThat(office.openTasks(number)).containsExactly("review-proposal");
        JsonNode history = browser(Role.MONITOR)
                .get("/camunda/api/kreislaufstadt/measures/" + number)
                .json();
        JsonNode step = history.get("history").get(history.get("history").size() - 1);
        assertThat(step.get("name").asText()).isEqualTo("Angaben ändern");
        assertThat(step.get("origin").asText()).isEqualTo("SKIPPED");
        assertThat(step.get("by").asText()).isEqualTo("Rolle MANAGER");
        assertThat(history.get("taskEvents").get(0).get("kind").asText()).isEqualTo("SKIPPED");
        assertThat(history.toString()).as("the reason is internal").doesNotContain("Hat sich erledigt");
    }

    @Test
    void theTabShowsOpenTasksAndWhatCanBeDoneWithThem() {
        Task change = changeOfDetails();

        JsonNode head = view(Role.HEAD).json();
        JsonNode monitor = view(Role.MONITOR).json();

        assertThat(head.get("maySteer").asBoolean()).isTrue();
        assertThat(ids(head)).containsExactlyInAnyOrder(task.getId(), change.getId());
        JsonNode review = of(head, task);
        assertThat(review.get("name").asText()).isEqualTo("Vorschlag prüfen");
        assertThat(review.get("skippable").asBoolean()).isFalse();
        assertThat(review.get("earlier").get(0).get("value").asText()).isEqualTo("rework-proposal");
        assertThat(of(head, change).get("skippable").asBoolean()).isTrue();
        assertThat(head.get("people")).isNotEmpty();
        assertThat(monitor.get("maySteer").asBoolean()).isFalse();
        assertThat(ids(monitor)).hasSize(2);
        assertThat(monitor.get("people")).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedAndNothingChanges() {
        Object before = everything();
        String later = due().plusDays(7).toString();
        SoftAssertions softly = new SoftAssertions();
        WRONG.lines().map(line -> line.split("\\|")).forEach(row -> {
            String wish = row[1].replace("LATER", later).replace("LONG", "x".repeat(2001));
            softly.assertThat(problem(does(Role.HEAD, row[0], task.getId(), wish)))
                    .as(row[0] + row[1])
                    .startsWith(row[2].strip());
        });
        softly.assertAll();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void noGateIsSkippedAndNoStepRepeatedThatTheModelDoesNotName() {
        Object before = everything();
        Stream.of(Role.MANAGER, Role.HEAD).forEach(role -> {
            assertThat(does(role, "SKIP", task.getId(), "{'reason': 'x'}").status())
                    .isEqualTo(403);
            assertThat(does(role, "SKIP", task.getId(), "{'reason': 'x'}").body())
                    .contains("Er kann nicht übersprungen werden");
            assertThat(does(role, "REPEAT", task.getId(), "{'step': 'decide-measure', 'reason': 'x'}")
                            .status())
                    .isEqualTo(403);
            assertThat(does(role, "REPEAT", task.getId(), "{'step': 'gibt-es-nicht', 'reason': 'x'}")
                            .status())
                    .isEqualTo(403);
            assertThat(does(role, "DELETE", task.getId(), "{'reason': 'x'}").status())
                    .isEqualTo(404);
            assertThat(does(role, "EXTEND", task.getId(), "{'date':").status()).isEqualTo(400);
        });
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aTaskThatIsOverIsAnsweredAsSuchAndThatOfAnotherCityAsNotThere() {
        OtherCity.found(office.jdbc(), accounts);
        Http stranger = new Http(port);
        stranger.signIn(OtherCity.HEAD, "tasklist");
        Object before = everything();

        KINDS.forEach(kind -> assertThat(stranger.post(STEERING + kind + "/" + task.getId(), "{\"reason\": \"x\"}")
                        .status())
                .as(kind)
                .isEqualTo(404));
        assertThat(stranger.get(STEERING + "measures/" + number).status()).isEqualTo(404);
        assertThat(everything()).isEqualTo(before);

        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        KINDS.forEach(kind -> assertThat(
                        does(Role.HEAD, kind, task.getId(), TO_UMWELT).status())
                .as(kind)
                .isEqualTo(409));
    }

    @Test
    void whoeverDoesNotSteerChangesNothing() {
        Object before = everything();

        for (Role role : List.of(
                Role.CLERK,
                Role.MONITOR,
                Role.AUDITOR,
                Role.OPERATOR,
                Role.ADMINISTRATOR,
                Role.ASSOCIATION_COORDINATOR)) {
            KINDS.forEach(
                    kind -> assertThat(does(role, kind, task.getId(), TO_UMWELT).status())
                            .as("%s %s", role, kind)
                            .isEqualTo(403));
            boolean looks = role == Role.MONITOR || role == Role.AUDITOR;
            assertThat(view(role).status()).as("%s", role).isEqualTo(looks ? 200 : 403);
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aHeadOfAnotherDepartmentThanTheLeadDoesNotStepIn() {
        String foreign = office.as("wfm-sachbearbeitung").proposes();
        Task review = office.open(foreign, "review-proposal").get(0);

        Http.Answer answer = does(Role.HEAD, "REASSIGN", review.getId(), TO_UMWELT);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("message").asText()).contains("Leitung der Federführung");
        assertThat(browser(Role.HEAD)
                        .get(STEERING + "measures/" + foreign)
                        .json()
                        .get("maySteer")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void ofTwoWhoStepInAtOnceOneIsTooLate() {
        Task change = changeOfDetails();
        Stream.of(Role.HEAD, Role.MANAGER).forEach(this::browser);

        List<Integer> answers = Stream.of(Role.HEAD, Role.MANAGER)
                .parallel()
                .map(role -> does(role, "SKIP", change.getId(), "{'reason': 'Hat sich erledigt'}")
                        .status())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(204, 409);
        assertThat(events()).hasSize(1);
    }

    private Task changeOfDetails() {
        Http clerk = new Http(port);
        clerk.signIn("klima-sachbearbeitung", "tasklist");
        String id = clerk.post("/camunda/api/kreislaufstadt/measures/" + number + "/change-details", "{}")
                .json()
                .get("taskId")
                .asText();
        return office.open(number, "change-details").stream()
                .filter(open -> open.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Http.Answer does(Role role, String kind, String item, String wish) {
        return browser(role).post(STEERING + kind.strip() + "/" + item, wish.replace('\'', '"'));
    }

    private Http.Answer view(Role role) {
        return browser(role).get(STEERING + "measures/" + number);
    }

    private Http browser(Role role) {
        return browsers.computeIfAbsent(role, one -> cast.browser(one, port));
    }

    private Task now() {
        return office.open(number, "review-proposal").get(0);
    }

    private LocalDate due() {
        return day(now().getDueDate());
    }

    private LocalDate day(java.util.Date moment) {
        return moment.toInstant().atZone(clock.getZone()).toLocalDate();
    }

    private List<String> groups(Task open) {
        return office.tasks().getIdentityLinksForTask(open.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .toList();
    }

    private List<String> events() {
        return office.jdbc()
                .sql("select e.kind || ' ' || e.done_by || ' ' || e.reason from task_event e"
                        + " join measure m on m.id = e.measure_id where m.number = :number order by e.position")
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** All that an intervention could have changed of the measure. */
    private List<Object> everything() {
        return List.of(
                office.openTasks(number),
                office.jdbc()
                        .sql("select t.rev_ || ' ' || t.task_def_key_ || coalesce(t.assignee_, '-') || t.due_date_"
                                + " from camunda.act_ru_task t join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_"
                                + " where i.business_key_ = :number order by 1")
                        .param("number", number)
                        .query(String.class)
                        .list(),
                events(),
                office.jdbc()
                        .sql(
                                "select count(*) from step s join measure m on m.id = s.measure_id where m.number = :number")
                        .param("number", number)
                        .query(Long.class)
                        .single());
    }

    private static List<String> ids(JsonNode view) {
        return Stream.iterate(0, i -> i + 1)
                .limit(view.get("tasks").size())
                .map(i -> view.get("tasks").get(i).get("id").asText())
                .toList();
    }

    private static JsonNode of(JsonNode view, Task open) {
        return view.get("tasks").get(ids(view).indexOf(open.getId()));
    }
}
