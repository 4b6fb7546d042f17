package de.kreislaufstadt.process;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.rights.Cast;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.HeardNotices;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A measure of the climate unit waits for its review; tests are about who steps in there, and how. */
@ApplicationTest
abstract class SteeredMeasure {

    static final String STEERING = "/camunda/api/kreislaufstadt/steering/";
    static final String OTHER = "umwelt-sachbearbeitung";
    static final String TO_UMWELT = "{'department': 'umwelt', 'reason': 'Urlaub'}";

    static final List<String> KINDS = List.of("EXTEND", "FOLLOW_UP", "REASSIGN", "SKIP", "REPEAT");

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
    Cast cast;
    String number;
    Task task;

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

    Task changeOfDetails() {
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

    Http.Answer does(Role role, String kind, String item, String wish) {
        return browser(role).post(STEERING + kind.strip() + "/" + item, wish.replace('\'', '"'));
    }

    Http.Answer view(Role role) {
        return browser(role).get(STEERING + "measures/" + number);
    }

    Http browser(Role role) {
        return browsers.computeIfAbsent(role, one -> cast.browser(one, port));
    }

    Task now() {
        return office.open(number, "review-proposal").get(0);
    }

    LocalDate due() {
        return day(now().getDueDate());
    }

    LocalDate day(java.util.Date moment) {
        return moment.toInstant().atZone(clock.getZone()).toLocalDate();
    }

    List<String> groups(Task open) {
        return office.tasks().getIdentityLinksForTask(open.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .toList();
    }

    List<String> events() {
        return office.jdbc()
                .sql("select e.kind || ' ' || e.done_by || ' ' || e.reason from task_event e"
                        + " join measure m on m.id = e.measure_id where m.number = :number order by e.position")
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** What the log of actions has taken down of the measure since it was proposed. */
    List<String> actions() {
        return office.jdbc()
                .sql("select a.kind from audit_entry a join measure m on m.id = a.measure_id"
                        + " and m.municipality_id = a.municipality_id where m.number = :number order by a.position")
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** All that an intervention could have changed of the measure. */
    List<Object> everything() {
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

    static List<String> ids(JsonNode view) {
        return Stream.iterate(0, i -> i + 1)
                .limit(view.get("tasks").size())
                .map(i -> view.get("tasks").get(i).get("id").asText())
                .toList();
    }

    static JsonNode of(JsonNode view, Task open) {
        return view.get("tasks").get(ids(view).indexOf(open.getId()));
    }
}
