package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Measures that somebody interrupts, as managers do on the tab Eingreifen, and the places where it finds them. */
abstract class InterruptionPaths extends LetterPaths {

    static final String HEAD = "wfm-leitung";
    static final String REASON = "Die Stelle ist nicht besetzt.";

    @LocalServerPort
    int port;

    private final Map<String, Http> browsers = new HashMap<>();

    /** Where an interruption can find a measure. */
    enum Place {
        REVIEW(InterruptionPaths::proposed),
        DECISION(InterruptionPaths::reviewed),
        DEFERRED(InterruptionPaths::deferred),
        KNOWLEDGE(paths -> paths.approved("KNOWLEDGE")),
        ANSWERS_MISSING(InterruptionPaths::silent),
        WORKSHOPS_IN_PARALLEL(paths -> paths.approved("WORKSHOPS")),
        STARTER_PROJECTS(paths -> paths.approved("STARTER_PROJECTS")),
        PACKAGES_IN_PARALLEL(InterruptionPaths::inPackages),
        EVALUATION(InterruptionPaths::evaluated),
        EXCHANGE_BESIDE(InterruptionPaths::withExchange);

        private final Function<InterruptionPaths, String> way;

        Place(Function<InterruptionPaths, String> way) {
            this.way = way;
        }

        String reachedBy(InterruptionPaths paths) {
            return way.apply(paths);
        }
    }

    String deferred() {
        String measure = reviewed();
        Consumer<ObjectNode> later = only(
                "body", "Leitung", "decidedOn", today().toString(), "result", "DEFER", "reason", "Erst im Sommer.");
        head("wfm")
                .completes(measure, "decide-measure", later.andThen(data -> data.put("deferredUntil", "2099-02-02")));
        return measure;
    }

    String silent() {
        String measure = approved("STATUS_QUO");
        clerk("wfm").completes(measure, "prepare-survey");
        office.fire(measure, "answers-due");
        return measure;
    }

    String inPackages() {
        String measure = approved("IMPLEMENTATION");
        clerk("wfm").completes(measure, "plan-work-packages");
        return measure;
    }

    /** A measure whose knowledge is complete and that needs nothing else. */
    String evaluated() {
        String measure = approved("IMPLEMENTATION");
        office.runtime()
                .createProcessInstanceModification(lifecycle(measure))
                .cancelAllForActivity("phase-implementation")
                .startBeforeActivity("before-evaluation")
                .execute();
        return measure;
    }

    String lifecycle(String measure) {
        return office.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(measure)
                .processDefinitionKey("measure-lifecycle")
                .singleResult()
                .getId();
    }

    String withExchange() {
        String measure = approved("KNOWLEDGE");
        office.fire(measure, "exchange-due");
        return measure;
    }

    /** Lets days pass; by then everybody has to sign in again. */
    void laterOn(LocalDate day) {
        clock.moveTo(day);
        browsers.clear();
    }

    Http browser(String user) {
        return browsers.computeIfAbsent(user, this::signedIn);
    }

    /** Whoever only watches opens Cockpit and no Tasklist. */
    private Http signedIn(String user) {
        Http tasklist = new Http(port);
        if (tasklist.signIn(user, "tasklist").status() == 200) {
            return tasklist;
        }
        Http cockpit = new Http(port);
        assertThat(cockpit.signIn(user, "cockpit").status()).isEqualTo(200);
        return cockpit;
    }

    Http.Answer wants(String user, String measure, String action, String json) {
        return browser(user)
                .post(
                        "/camunda/api/kreislaufstadt/measures/" + measure + "/steering/" + action,
                        json.replace('\'', '"'));
    }

    /** Does it, as the head of the lead, for a reason. @return what it did to what */
    JsonNode does(String measure, String action) {
        return does(measure, action, "{'reason': '" + REASON + "'}");
    }

    JsonNode does(String measure, String action, String json) {
        Http.Answer answer = wants(HEAD, measure, action, json);
        assertThat(answer.status()).as("%s: %s", action, answer.body()).isEqualTo(200);
        return answer.json();
    }
}
