package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What all tests of paths through the models share: measures on their way, and what can be said about where they stand.
 * Every test has a measure of its own and acts only as people at their desks; timers fire when the test says so.
 */
@ApplicationTest
abstract class MeasurePaths {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Office office;

    @AfterEach
    void notePathsTaken() {
        NodeCoverage.note(office.jdbc());
    }

    Office.Desk clerk(String department) {
        return office.as(department + "-sachbearbeitung");
    }

    Office.Desk head(String department) {
        return office.as(department + "-leitung");
    }

    static LocalDate today() {
        return LocalDate.now(BERLIN);
    }

    /** A measure that the economic development agency has proposed. @return its number */
    String proposed() {
        return clerk("wfm").proposes();
    }

    /** A proposal that was reviewed and now waits for the decision of the head of the lead department. */
    String reviewed() {
        String measure = proposed();
        clerk("klima").completes(measure, "review-proposal");
        return measure;
    }

    /** A measure that was approved with these phases and has begun the first of them. */
    String approved(String... phases) {
        String measure = reviewed();
        head("wfm").completes(measure, "decide-measure", approval(phases));
        return measure;
    }

    /** A measure in its workshops, of which the second has been called off and the first not begun. */
    String oneWorkshop() {
        String measure = approved("WORKSHOPS");
        var second = office.open(measure, "prepare-workshop").get(1);
        clerk("wfm").completes(second, office.valid("prepare-workshop"));
        clerk("difu").completes(measure, "agree-agenda");
        clerk("wfm").completes(measure, "invite-participants");
        clerk("wfm")
                .completes(
                        measure,
                        "check-registrations",
                        data -> data.put("registrationResult", "CANCEL").put("comment", "Ein Workshop reicht."));
        return measure;
    }

    /** Goals, findings and their review by the climate unit: the phase is over. */
    void buildKnowledge(String measure) {
        clerk("wfm").completes(measure, "define-knowledge-goals");
        clerk("immobilien").completes(measure, "collect-knowledge");
        clerk("personal").completes(measure, "collect-knowledge");
        clerk("klima").completes(measure, "review-knowledge");
    }

    /** All answers are in and summarised; the release by the climate unit is what is left of the phase. */
    void summariseStatusQuo(String measure) {
        clerk("wfm").completes(measure, "prepare-survey");
        for (String asked : List.of("wfm", "umwelt", "immobilien")) {
            clerk(asked).completes(measure, "answer-survey");
        }
        clerk("wfm").completes(measure, "analyse-stakeholders");
        clerk("klima").completes(measure, "review-stakeholders");
        clerk("wfm").completes(measure, "summarise-status-quo");
    }

    /** A workshop that is agreed upon takes place; the release of its minutes by the head of the lead is what is left of it. */
    void holdWorkshop(String measure) {
        clerk("wfm").completes(measure, "invite-participants");
        clerk("wfm").completes(measure, "check-registrations");
        office.fire(measure, "workshop-day");
        clerk("wfm").completes(measure, "confirm-workshop");
        clerk("wfm").completes(measure, "write-minutes");
        clerk("difu").completes(measure, "check-minutes");
        office.fire(measure, "objection-period-over");
        clerk("wfm").completes(measure, "handle-objections");
    }

    /** Every sketch becomes a starter project. */
    void selectProjects(String measure) {
        clerk("wfm").completes(measure, "bundle-ideas");
        clerk("immobilien").completes(measure, "sketch-project");
        clerk("personal").completes(measure, "sketch-project");
        clerk("wfm").completes(measure, "rate-project");
        clerk("wfm").completes(measure, "rate-project");
        List<String> sketches = all(measure, "select id from project_sketch where measure_id = :measure");
        Consumer<ObjectNode> proposal = data -> sketches.forEach(sketch ->
                data.withArray("choices").addObject().put("sketchId", sketch).put("choice", "STARTER_PROJECT"));
        clerk("wfm").completes(measure, "propose-selection", proposal);
        head("wfm").completes(measure, "decide-starter-projects");
    }

    static Consumer<ObjectNode> approval(String... phases) {
        return decision -> {
            decision.putArray("phases");
            List.of(phases).forEach(decision.withArray("phases")::add);
        };
    }

    /** A council paper about waste: the council service and the waste company have to sign. */
    String toBeSigned() {
        String measure = proposed();
        clerk("klima").completes(measure, "review-proposal", data -> {
            data.put("body", "COUNCIL");
            data.putArray("concerns").add("WASTE");
        });
        return measure;
    }

    /** Signs a proposal in its current round. */
    Consumer<ObjectNode> current(String measure) {
        return data -> data.put(
                "round",
                Integer.parseInt(
                        one(measure, "select max(number) from co_signature_round where measure_id = :measure")));
    }

    /** The council service signs a council paper and the head of the lead passes it on. */
    void signed(String measure) {
        clerk("ratsservice").completes(measure, "co-sign", current(measure));
        head("wfm").completes(measure, "sign-finally", current(measure));
    }

    /** A review that finds the first thing changed that was asked for. */
    static Consumer<ObjectNode> firstChangeDone() {
        return data -> data.putArray("changes").addObject().put("number", 1).put("accepted", true);
    }

    /** Council and committees decide about a paper with a number. */
    static Consumer<ObjectNode> withPaper(Consumer<ObjectNode> decision) {
        return decision.andThen(data -> data.put("paperNumber", "V/0573/2024"));
    }

    /** Data of a form with nothing but these fields. */
    static Consumer<ObjectNode> only(String... namesAndTexts) {
        return data -> {
            data.removeAll();
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                data.put(namesAndTexts[i], namesAndTexts[i + 1]);
            }
        };
    }

    /** @return open tasks of the measure with the group they wait for, e.g. {@code decide-measure@wfm-head} */
    List<String> waiting(String measure) {
        return office.tasks().createTaskQuery().processInstanceBusinessKey(measure).unlimitedList().stream()
                .map(task -> task.getTaskDefinitionKey() + "@" + groupOf(task))
                .sorted()
                .toList();
    }

    /** @return the last day of an open task */
    LocalDate due(String measure, String task) {
        return day(office.open(measure, task).get(0).getDueDate());
    }

    /** @return the last days of all open tasks of this kind, the earliest first */
    List<LocalDate> dueDays(String measure, String task) {
        return office.open(measure, task).stream()
                .map(open -> day(open.getDueDate()))
                .sorted()
                .toList();
    }

    /** The engine counts months in universal time: what began in the last hour of a winter day falls on the next in summer. */
    static void assertFallsOn(LocalDate day, LocalDate timer) {
        assertThat(timer).isBetween(day, day.plusDays(1));
    }

    /** @return the day on which a timer of the measure fires next */
    LocalDate timer(String measure, String event) {
        List<Job> jobs =
                office.runtime().createProcessInstanceQuery().processInstanceBusinessKey(measure).list().stream()
                        .flatMap(instance -> office
                                .management()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(event)
                                .list()
                                .stream())
                        .toList();
        return jobs.isEmpty() ? null : day(jobs.get(0).getDuedate());
    }

    String state(String measure) {
        return one(measure, "select state from measure where id = :measure");
    }

    long rows(String measure, String table) {
        return Long.parseLong(one(measure, "select count(*) from " + table + " where measure_id = :measure"));
    }

    /** @return the only value of a query about the measure, as text; null where it finds none */
    String one(String measure, String sql) {
        List<String> values = all(measure, sql);
        return values.isEmpty() ? null : values.get(0);
    }

    /** @return values of a query about the measure with one column, as text */
    List<String> all(String measure, String sql) {
        return office
                .jdbc()
                .sql("with m as (select id, municipality_id from measure where number = :number) "
                        + sql.replace(":measure", "(select id from m)"))
                .param("number", measure)
                .query()
                .singleColumn()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    /** @return everything that a refused step must leave untouched */
    Map<String, Object> everything(String measure) {
        return Map.of(
                "waiting", waiting(measure),
                "state", state(measure),
                "steps", rows(measure, "step"),
                "history",
                        office.history().createHistoricVariableInstanceQuery().count());
    }

    private String groupOf(Task task) {
        return office.tasks().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .findFirst()
                .map(group -> group.replace(Office.MUNICIPALITY + "-", ""))
                .orElse("nobody");
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toInstant().atZone(BERLIN).toLocalDate();
    }
}
