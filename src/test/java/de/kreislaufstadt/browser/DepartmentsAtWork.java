package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings measures and rounds to where a browser test begins: every department does its steps at its desk, and whoever is asked to
 * sign a proposal signs it.
 */
@TestComponent
class DepartmentsAtWork {

    private static final String ROUNDS = "/camunda/api/kreislaufstadt/rounds";
    private static final String UNIT = "klima-sachbearbeitung";

    private final Office office;
    private final JdbcClient jdbc;
    private final Environment environment;
    private LocalDate begin = LocalDate.of(2003, 1, 1);

    DepartmentsAtWork(Office office, JdbcClient jdbc, Environment environment) {
        this.office = office;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    String proposed() {
        return office.as("wfm-sachbearbeitung").proposes();
    }

    /** A measure that is being implemented. */
    String implemented() {
        String number = proposed();
        does(number, "review-proposal", data -> {});
        isSigned(number);
        does(number, "decide-measure", data -> data.putArray("phases").add("IMPLEMENTATION"));
        return number;
    }

    /** Whoever is asked to sign the proposal signs it, the lead at last; nothing where nobody is. */
    void isSigned(String number) {
        does(number, "co-sign", data -> data.put("round", round(number)));
        does(number, "sign-finally", data -> data.put("round", round(number)));
    }

    /** Completes all open tasks of this kind, each as somebody of the group that it waits for. */
    void does(String number, String task, Consumer<ObjectNode> change) {
        for (Task open : office.open(number, task)) {
            office.as(personOf(open)).completes(open, office.valid(task, change));
        }
    }

    void reports(String number, Consumer<ObjectNode> change) {
        does(
                number,
                "report-status",
                data -> change.accept(data.put("asOf", CityDay.today().toString())));
    }

    /** @return number of the round in which the proposal is being signed */
    int round(String number) {
        return jdbc.sql(
                        "select coalesce(max(r.number), 0) from co_signature_round r join measure m on m.id = r.measure_id"
                                + " where m.number = :number and m.municipality_id = 'muenster'")
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    /** A reporting round for these measures whose tasks are given out. @return its key */
    String roundOf(String... numbers) {
        begin = begin.plusDays(1);
        String today = CityDay.today().toString();
        String wanted =
                """
                {"name": "Halbjahresbericht", "periodFrom": "%s", "periodTo": "%s", "cutOff": "%s", "due": "%s",
                 "measures": ["%s"]}
                """.formatted(begin, today, today, CityDay.today().plusDays(28), String.join("\", \"", numbers));
        Http.Answer answer = unit().post(ROUNDS, wanted);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String key = answer.json().path("key").asText();
        runs(key, "open-reports");
        return key;
    }

    /** Runs the job of a round until it has nothing left to do. */
    void runs(String key, String step) {
        String instance = jdbc.sql("select instance_id from reporting_round where round_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
        while (office.management()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .activityId(step)
                        .count()
                > 0) {
            office.fire(key, step);
        }
    }

    private Http unit() {
        Http browser = new Http(environment.getRequiredProperty("local.server.port", Integer.class));
        assertThat(browser.signIn(UNIT, "tasklist").status()).isEqualTo(200);
        return browser;
    }

    private String personOf(Task task) {
        List<String> groups = office.tasks().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
        String group = groups.get(0).replace(Office.MUNICIPALITY + "-", "");
        return group.endsWith("-head") ? group.replace("-head", "-leitung") : group + "-sachbearbeitung";
    }
}
