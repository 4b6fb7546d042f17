package de.kreislaufstadt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The course of a measure, as managers read it. */
@ApplicationTest
class CourseTest {

    private static final Texts TEXTS = Texts.of("audit");

    @Autowired
    private Office office;

    @LocalServerPort
    private int port;

    @Test
    void everyStepIsToldInWords() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        String task = office.open(number, "review-proposal").get(0).getId();
        office.as("klima-sachbearbeitung").signedIn(() -> {
            office.tasks().claim(task, "klima-sachbearbeitung");
            return null;
        });
        office.as("klima-sachbearbeitung").completes(number, "review-proposal", data -> {
            data.put("result", "REWORK").put("note", "Bitte die Kosten nennen.");
            data.remove("body");
        });

        JsonNode page = course(number, "wfm-leitung").json();
        JsonNode step = entry(page, "STEP_COMPLETED");
        assertThat(step.get("step").asText()).isEqualTo("Vorschlag prüfen");
        assertThat(step.get("action").asText()).isEqualTo("Schritt erledigt");
        assertThat(step.get("by").asText()).isEqualTo("Sachbearbeitung Stabsstelle Klima");
        assertThat(step.get("role").asText()).contains("Klima");
        assertThat(step.get("version").asInt()).isPositive();
        assertThat(step.get("openedAt").asText())
                .isLessThanOrEqualTo(step.get("takenAt").asText());
        assertThat(values(step))
                .contains(
                        "Ergebnis der Prüfung: – → Zur Überarbeitung zurückgeben",
                        "Hinweise oder Gründe der Rückgabe: – → Bitte die Kosten nennen.")
                .noneMatch(value -> value.contains("@"));
        assertThat(step.get("decisions")).anySatisfy(decision -> {
            assertThat(decision.get("table").asText()).isEqualTo("Zuständigkeit je Aufgabe");
            assertThat(decision.get("inputs").asText()).contains("rework-proposal");
            assertThat(decision.get("answers").asText()).contains("role: ");
        });
        assertThat(values(entry(page, "TASK_TAKEN")))
                .containsExactly("Bearbeitung: – → Sachbearbeitung Stabsstelle Klima");
        assertThat(page.get("entries"))
                .as("the latest first")
                .last()
                .satisfies(first -> assertThat(first.get("kind").asText()).isEqualTo("MEASURE_PROPOSED"));
    }

    @Test
    void theWayThroughThePictureIsToldAlsoWhenTheEnginesHistoryIsGone() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        JsonNode picture = course(number, "wfm-leitung").json().get("pictures").get(0);
        assertThat(picture.get("name").asText()).isEqualTo("Lebenslauf einer Maßnahme");
        String address = "/" + picture.get("process").asText() + "/"
                + picture.get("version").asInt();

        JsonNode way = get(number, address, "wfm-leitung").json();
        assertThat(way.get("xml").asText()).contains("id=\"measure-lifecycle\"");
        assertThat(way.get("elements").get("review-proposal").asInt()).isEqualTo(1);
        assertThat(way.get("open").toString()).contains("decide-measure");
        assertThat(way.get("flows")).isNotEmpty();
        assertThat(way.get("steps").get("review-proposal").asInt()).isEqualTo(1);

        office.jdbc()
                .sql("delete from camunda.act_hi_actinst where proc_inst_id_ in"
                        + " (select proc_inst_id_ from camunda.act_hi_procinst where business_key_ = :number)")
                .param("number", number)
                .update();
        JsonNode later = get(number, address, "wfm-leitung").json();
        assertThat(later.get("elements")).isEmpty();
        assertThat(later.get("steps")).isEqualTo(way.get("steps"));
    }

    @Test
    void whoMayNotSeeItIsToldNothing() {
        String number = office.as("wfm-sachbearbeitung").proposes();

        assertThat(course(number, "wfm-sachbearbeitung").status()).as("clerks").isIn(403, 404);
        assertThat(course("WW-99999", "wfm-leitung").status()).isEqualTo(404);
        assertThat(get(number, "/workshops/1", "wfm-leitung").status())
                .as("a process the measure has not been through")
                .isEqualTo(404);
        assertThat(get(number, "/measure-lifecycle/x", "wfm-leitung").status()).isEqualTo(400);
        assertThat(get(number, "?before=x", "wfm-leitung").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindOfActionHasItsWords(Kind kind) {
        assertThat(TEXTS.get("audit.kind." + kind)).isNotBlank();
    }

    /** What actions change is named in the sources by its key; people read words. */
    @Test
    void everyFieldOfAnActionHasItsWords() throws IOException {
        Pattern field = Pattern.compile("Change\\.(?:of|ofPerson|withheld)\\(\\s*\"(\\w+)\"");
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                field.matcher(Files.readString(source)).results().forEach(found -> fields.add(found.group(1)));
            }
        }
        assertThat(fields)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        key -> assertThat(TEXTS.getOr("audit.field." + key, "")).isNotBlank());
    }

    @Test
    void everyDecisionTableHasItsName() throws IOException {
        try (Stream<Path> tables = Files.list(Path.of("bpmn", "decisions"))) {
            assertThat(tables.map(file -> file.getFileName().toString().replace(".dmn", "")))
                    .allSatisfy(table -> assertThat(TEXTS.getOr("audit.decision." + table, ""))
                            .isNotBlank());
        }
    }

    private Http.Answer course(String number, String user) {
        return get(number, "", user);
    }

    private Http.Answer get(String number, String address, String user) {
        Http browser = new Http(port);
        browser.signIn(user, "cockpit");
        return browser.get("/camunda/api/kreislaufstadt/measures/" + number + "/course" + address);
    }

    private static JsonNode entry(JsonNode page, String kind) {
        for (JsonNode entry : page.get("entries")) {
            if (entry.get("kind").asText().equals(kind)) {
                return entry;
            }
        }
        throw new AssertionError("No " + kind + " in " + page);
    }

    private static List<String> values(JsonNode entry) {
        List<String> values = new ArrayList<>();
        entry.get("values")
                .forEach(value -> values.add(
                        value.get("field").asText() + ": " + value.path("from").asText("–") + " → "
                                + value.path("to").asText("–")));
        return values;
    }
}
