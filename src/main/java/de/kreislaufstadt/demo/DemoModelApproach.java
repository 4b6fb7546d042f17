package de.kreislaufstadt.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.kreislaufstadt.deadline.WorkingDays;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the association has done before a visitor comes: one component is published, one has comments without an answer, one lies with
 * the members; and some cities have released how far they are. Each step is done once, by the people whose step it is.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(DemoMembers.SETTING)
class DemoModelApproach implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoModelApproach.class);

    private static final String FILE = "demo/member/model-approach.yaml";
    private static final String DIFU = "verbund-difu-sachbearbeitung";
    private static final String ADOPTION = "verbund-staedtetag-leitung";
    private static final String COMPONENTS = "/camunda/api/kreislaufstadt/components";
    private static final String STANDING = "/camunda/api/kreislaufstadt/standing";
    private static final List<String> IN_ORDER =
            List.of("VISION_GOALS", "STRATEGY", "PROCESSES", "STRUCTURES", "INSTRUMENTS", "PRODUCTS");
    private static final List<String> EVIDENCE = List.of(
            "Noch nichts vorhanden.",
            "Von zwei Ämtern vorgeschlagen, noch nicht entschieden.",
            "Entwurf liegt den Ämtern vor.",
            "Beschlossen und in Arbeit.",
            "Beschlossen, jährlich geprüft und dem Rat berichtet.");

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final DemoTasks tasks;
    private final WorkingDays workingDays;
    private final Clock clock;

    DemoModelApproach(DemoTasks tasks, WorkingDays workingDays, Clock clock) {
        this.tasks = tasks;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Beside what visitors do already: the steps follow each other by jobs, which run as soon as the application is ready. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        worker.execute(this::everything);
    }

    /** @return complete when every step has been done, with the failure if one was refused */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private void everything() {
        try {
            JsonNode done = read();
            DemoBrowser difu = tasks.inTasklist(DIFU);
            done.path("rounds").forEach(round -> begins(round, difu));
            done.path("standings").properties().forEach(city -> stands(city.getKey(), city.getValue()));
            LOG.info("Der Modellansatz der Demo: ein Baustein ist veröffentlicht, zwei sind in Arbeit");
            ended.complete(null);
        } catch (IOException | RuntimeException e) {
            if (!worker.isShutdown()) {
                LOG.error("Der Modellansatz der Demo ist unvollständig", e);
            }
            ended.completeExceptionally(e);
        }
    }

    private JsonNode read() throws IOException {
        String text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        return new YAMLMapper().readTree(DemoCourses.dated(text, LocalDate.now(clock), workingDays));
    }

    private void begins(JsonNode round, DemoBrowser difu) {
        String component = round.path("component").asText();
        if (difu.get(COMPONENTS + "/" + component).path("rounds").isEmpty()) {
            difu.post(COMPONENTS + "/rounds", Map.of("components", List.of(component)));
            does(round, "MA-" + component + "-1", difu);
        }
    }

    private void does(JsonNode round, String key, DemoBrowser difu) {
        tasks.completes(DIFU, key, "draft-component", round.path("draft"));
        round.path("comments").properties().forEach(said -> comments(said.getKey(), key, said.getValue()));
        round.path("nothing").forEach(city -> comments(city.asText(), key, null));
        if (!round.has("consolidated")) {
            return;
        }
        String address = COMPONENTS + "/" + round.path("component").asText() + "/rounds/1";
        tasks.waitsFor(DIFU, key, "consolidate-component");
        round.path("answers")
                .properties()
                .forEach(answer -> answers(difu, address, answer.getKey(), answer.getValue()));
        round.path("texts").properties().forEach(text -> writes(difu, address, text.getKey(), text.getValue()));
        tasks.completes(
                DIFU,
                key,
                "consolidate-component",
                JsonNodeFactory.instance.objectNode().set("changeSummary", round.path("consolidated")));
        if (round.path("adopted").asBoolean()) {
            tasks.completes(
                    ADOPTION,
                    key,
                    "adopt-component",
                    JsonNodeFactory.instance.objectNode().put("result", "ADOPT"));
        }
    }

    private void comments(String city, String key, JsonNode comments) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        if (comments == null) {
            form.put("nothing", true);
        } else {
            form.set("comments", comments);
        }
        tasks.completes(clerk(city), key, "comment-component", form);
    }

    private static void answers(DemoBrowser difu, String address, String passage, JsonNode answer) {
        ArrayNode comments = JsonNodeFactory.instance.arrayNode();
        difu.get(address + "/passages/" + passage)
                .path("comments")
                .forEach(comment -> comments.add(comment.path("id").asText()));
        difu.put(
                address + "/answers",
                Map.of(
                        "comments",
                        comments,
                        "answer",
                        answer.path("answer").asText(),
                        "text",
                        answer.path("text").asText()));
    }

    private static void writes(DemoBrowser difu, String address, String anchor, JsonNode text) {
        String passage = address + "/passages/" + anchor;
        difu.put(
                passage, Map.of("text", text.asText(), "seen", difu.get(passage).path("seen")));
    }

    /** Entered by the coordinator, released by the head: two people, as everywhere. */
    private void stands(String city, JsonNode levels) {
        DemoBrowser clerk = tasks.inTasklist(clerk(city));
        if (!clerk.get(STANDING).path("components").path(0).path("rows").isEmpty()) {
            return;
        }
        DemoBrowser head = tasks.inTasklist(clerk(city).replace("-sachbearbeitung", "-leitung"));
        for (int place = 0; place < IN_ORDER.size(); place++) {
            int level = levels.path(place).asInt();
            String component = STANDING + "/" + IN_ORDER.get(place);
            clerk.post(
                    component,
                    Map.of(
                            "maturity",
                            level,
                            "evidence",
                            EVIDENCE.get(level),
                            "progress",
                            level == 0 ? "NOT_BEGUN" : "IN_WORK",
                            "asOf",
                            LocalDate.now(clock).toString(),
                            "source",
                            "Selbsteinschätzung, Beispiel der Demo"));
            head.post(component + "/release", Map.of("number", 1, "confirmed", false));
        }
    }

    private static String clerk(String city) {
        return city.equals("muenster") ? "wfm-sachbearbeitung" : city + "-wirtschaft-sachbearbeitung";
    }
}
