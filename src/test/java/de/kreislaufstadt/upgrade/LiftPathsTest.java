package de.kreislaufstadt.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.Http;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures in the middle of a phase are lifted to a changed copy of its model, and go on there as if nothing had been. */
class LiftPathsTest extends LiftedMeasure {

    private static final String KNOWLEDGE = "knowledge-building";

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aTaskThatIsCalledDifferentlyStaysWithWhoHasItAndWithAllThatWasBegun() {
        String old = models.ofCity(KNOWLEDGE, ChangedModels.asItIs());
        String measure = toBeReviewed();
        Task before = held(measure);
        Http clerk = new Http(port);
        clerk.signIn("klima-sachbearbeitung", "tasklist");
        String draft = "/camunda/api/kreislaufstadt/form/task/" + before.getId() + "/draft";
        assertThat(clerk.send("PUT", draft, "{\"version\": 0, \"data\": {\"summary\": \"Halb fertig\"}}")
                        .status())
                .isEqualTo(200);
        String newer = models.ofCity(
                KNOWLEDGE, ChangedModels.renamed("review-knowledge", "look-through-knowledge", "Wissen durchsehen"));
        List<Object> all = everything(measure);

        JsonNode trial = tried(old);

        assertThat(trial.at("/run/done").asInt()).isEqualTo(1);
        assertThat(trial.at("/items/0/number").asText()).isEqualTo(measure);
        assertThat(trial.at("/items/0/steps/0").asText()).isEqualTo("Wissensstand prüfen");
        assertThat(everything(measure)).as("a dry run changes nothing").isEqualTo(all);

        JsonNode report = lifted(trial);

        assertThat(report.at("/run/done").asInt()).isEqualTo(1);
        assertThat(versionOf(measure, KNOWLEDGE)).isEqualTo(newer);
        Task after = task(measure, "look-through-knowledge");
        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(after.getName()).isEqualTo("Wissen durchsehen");
        assertThat(after.getAssignee()).isEqualTo(before.getAssignee());
        assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
        assertThat(clerk.get(draft).json().at("/data/summary").asText()).isEqualTo("Halb fertig");
        assertThat(office.jdbc()
                        .sql(
                                "select task_key || ' ' || held from monitored_task where task_id = :task and ended_at is null")
                        .param("task", after.getId())
                        .query(String.class)
                        .list())
                .containsExactly("look-through-knowledge true");
        assertThat(logged(measure)).containsExactly(cast.name(Role.OPERATOR) + " knowledge-building 2");
    }

    @Test
    void oneThatWasRenamedAndRenamedBackIsCompletedAsEver() {
        models.ofCity(KNOWLEDGE, ChangedModels.asItIs());
        String measure = toBeReviewed();
        models.ofCity(KNOWLEDGE, ChangedModels.renamed("review-knowledge", "look-through-knowledge", "Durchsehen"));
        lifted(tried(versionOf(measure, KNOWLEDGE)));
        models.ofCity(KNOWLEDGE, ChangedModels.asItIs());
        lifted(tried(versionOf(measure, KNOWLEDGE)));

        clerk("klima").completes(measure, "review-knowledge");

        assertThat(office.openTasks(measure)).doesNotContain("review-knowledge").isNotEmpty();
        assertThat(logged(measure)).hasSize(2);
    }

    @Test
    void aStepThatWasAddedComesForMeasuresThatAreOnTheirWay() {
        models.ofCity(KNOWLEDGE, ChangedModels.asItIs());
        String measure = approved("KNOWLEDGE");
        clerk("wfm").completes(measure, "define-knowledge-goals");
        clerk("immobilien").completes(measure, "collect-knowledge");
        String newer = models.ofCity(KNOWLEDGE, ChangedModels.withOneMore("sift-knowledge"));

        JsonNode report = lifted(tried(versionOf(measure, KNOWLEDGE)));

        assertThat(report.at("/run/done").asInt()).isEqualTo(1);
        assertThat(versionOf(measure, KNOWLEDGE)).isEqualTo(newer);
        clerk("personal").completes(measure, "collect-knowledge");
        assertThat(office.openTasks(measure)).containsExactly("sift-knowledge");
    }

    @Test
    void whoStandsInAStepThatIsGoneStaysIsListedAndEndsThere() {
        String old = models.ofCity(KNOWLEDGE, ChangedModels.asItIs());
        String stays = toBeReviewed();
        String goes = approved("KNOWLEDGE");
        String newer = models.ofCity(KNOWLEDGE, ChangedModels.withoutReview());
        List<Object> all = everything(stays);

        JsonNode trial = tried(old);
        assertThat(reasons(trial, stays)).containsExactly("""
                Für diesen Schritt gibt es in der neuen Fassung keinen Platz: Wissensstand prüfen.\
                 Der Ablauf bleibt, wo er ist, und läuft dort zu Ende.""");
        JsonNode report = lifted(trial);

        assertThat(report.at("/run/done").asInt()).isEqualTo(1);
        assertThat(report.at("/run/refused").asInt()).isEqualTo(1);
        assertThat(reasons(report, stays)).isEqualTo(reasons(trial, stays));
        assertThat(everything(stays)).isEqualTo(all);
        assertThat(versionOf(goes, KNOWLEDGE)).isEqualTo(newer);
        clerk("klima").completes(stays, "review-knowledge");
        assertThat(office.openTasks(stays)).doesNotContain("review-knowledge").isNotEmpty();
        assertThat(logged(stays)).isEmpty();
    }

    @Test
    void severalDepartmentsAtOnceAndTheTimerAtTheirStepGoOnTogether() {
        String old = models.ofCity("co-signature", ChangedModels.asItIs());
        String measure = clerk("wfm").proposes();
        clerk("klima").completes(measure, "review-proposal", data -> {
            data.put("body", "COUNCIL");
            data.putArray("concerns").add("WASTE");
        });
        Date over = timer(measure, "co-signature", "signing-over").getDuedate();
        List<String> signers = ids(measure, "co-sign");
        assertThat(signers).hasSizeGreaterThan(1);
        String newer = models.ofCity(
                "co-signature",
                ChangedModels.called("co-sign", "Mitzeichnen oder ablehnen")
                                .andThen(model -> model.replaceFirst(
                                        "(?s)(id=\"signing-over-timer\">\\s*<bpmn:time[A-Z][a-z]+[^>]*>)[^<]*",
                                        "$1P99D"))::apply);

        lifted(tried(old));

        assertThat(versionOf(measure, "co-signature")).isEqualTo(newer);
        assertThat(ids(measure, "co-sign")).isEqualTo(signers);
        assertThat(office.open(measure, "co-sign")).extracting(Task::getName).containsOnly("Mitzeichnen oder ablehnen");
        assertThat(timer(measure, "co-signature", "signing-over").getDuedate())
                .as("no plan says anew")
                .isEqualTo(over);
        office.fire(measure, "signing-over");
        assertThat(office.openTasks(measure)).containsExactly("sign-finally");
    }

    @Test
    void aCallerIsLiftedApartFromWhatItHasCalled() {
        String old = models.shared("measure-lifecycle", ChangedModels.asItIs());
        String called = models.ofCity("status-quo-survey", ChangedModels.asItIs());
        String measure = approved("STATUS_QUO");
        clerk("wfm").completes(measure, "prepare-survey");
        List<String> answering = ids(measure, "answer-survey");
        Date due = timer(measure, "status-quo-survey", "answers-due").getDuedate();
        String newer = models.shared("measure-lifecycle", ChangedModels.called("phase-survey", "Erhebung"));
        lifted(tried(old));
        assertThat(versionOf(measure, "measure-lifecycle")).isEqualTo(newer);
        assertThat(versionOf(measure, "status-quo-survey")).isEqualTo(called);
        String survey =
                models.ofCity("status-quo-survey", ChangedModels.called("analyse-stakeholders", "Akteure analysieren"));

        lifted(tried(called));

        assertThat(versionOf(measure, "status-quo-survey")).isEqualTo(survey);
        assertThat(ids(measure, "answer-survey")).isEqualTo(answering);
        assertThat(timer(measure, "status-quo-survey", "answers-due").getDuedate())
                .isEqualTo(due);
        for (String asked : List.of("wfm", "umwelt", "immobilien")) {
            clerk(asked).completes(measure, "answer-survey");
        }
        assertThat(task(measure, "analyse-stakeholders").getName()).isEqualTo("Akteure analysieren");
        clerk("wfm").completes(measure, "analyse-stakeholders");
        clerk("klima").completes(measure, "review-stakeholders");
        clerk("wfm").completes(measure, "summarise-status-quo");
        clerk("klima").completes(measure, "release-status-quo");
        assertThat(office.openTasks(measure))
                .doesNotContain("release-status-quo")
                .isNotEmpty();
        assertThat(logged(measure)).hasSize(2);
    }

    @Test
    void aNodeThatDiesLeavesItsInstanceToTheNextAndTwoDoNothingTwice() {
        String old = models.ofCity(KNOWLEDGE, ChangedModels.asItIs());
        List<String> measures = List.of(approved("KNOWLEDGE"), approved("KNOWLEDGE"), approved("KNOWLEDGE"));
        String newer = models.ofCity(KNOWLEDGE, ChangedModels.withoutReview());
        JsonNode trial = tried(old);
        String run = browser(Role.OPERATOR)
                .post(MODELS + "/lifts/" + trial.at("/run/id").asText() + "/apply", "{}")
                .json()
                .get("id")
                .asText();

        // All it had done is gone with its transaction.
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(worker.workOnOne()).isTrue();
            status.setRollbackOnly();
        });
        assertThat(report(run).at("/run/open").asInt()).isEqualTo(3);
        assertThat(measures).allSatisfy(measure -> assertThat(logged(measure)).isEmpty());

        Stream.of(1, 2).parallel().forEach(node -> worker.workOff(() -> true));

        assertThat(report(run).at("/run/done").asInt()).isEqualTo(3);
        assertThat(measures).allSatisfy(measure -> {
            assertThat(versionOf(measure, KNOWLEDGE)).isEqualTo(newer);
            assertThat(logged(measure)).hasSize(1);
        });
    }

    @Test
    void aMeasureThatRestsIsLiftedAndRestsOn() {
        String old = models.ofCity(KNOWLEDGE, ChangedModels.asItIs());
        String measure = toBeReviewed();
        Http manager = browser(Role.MANAGER);
        String steering = "/camunda/api/kreislaufstadt/measures/" + measure + "/steering/";
        assertThat(manager.post(steering + "pause", "{\"reason\": \"Haushaltssperre\"}")
                        .status())
                .isEqualTo(200);
        models.ofCity(KNOWLEDGE, ChangedModels.withOneMore("sift-knowledge"));

        assertThat(lifted(tried(old)).at("/run/done").asInt()).isEqualTo(1);

        assertThat(task(measure, "review-knowledge").isSuspended()).isTrue();
        assertThat(manager.post(steering + "resume", "{\"reason\": \"Es geht weiter\"}")
                        .status())
                .isEqualTo(200);
        clerk("klima").completes(measure, "review-knowledge");
        assertThat(office.openTasks(measure)).doesNotContain("review-knowledge").isNotEmpty();
    }

    private Task held(String measure) {
        clerk("klima").signedIn(() -> {
            office.tasks().claim(task(measure, "review-knowledge").getId(), "klima-sachbearbeitung");
            return null;
        });
        return task(measure, "review-knowledge");
    }

    private List<String> ids(String measure, String key) {
        return office.open(measure, key).stream().map(Task::getId).sorted().toList();
    }

    private Job timer(String measure, String process, String event) {
        return office.management()
                .createJobQuery()
                .processDefinitionId(versionOf(measure, process))
                .activityId(event)
                .singleResult();
    }

    private static List<String> reasons(JsonNode report, String measure) {
        return Stream.iterate(0, i -> i + 1)
                .limit(report.get("items").size())
                .map(i -> report.get("items").get(i))
                .filter(item -> item.get("number").asText().equals(measure))
                .map(item -> item.path("why").asText())
                .toList();
    }
}
