package de.kreislaufstadt.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.rights.Role;
import de.kreislaufstadt.support.Http;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not lift anything, and what nobody may; every refusal leaves everything as it was. */
class RefusedLiftsTest extends LiftedMeasure {

    private static final String KNOWLEDGE = "knowledge-building";

    @Autowired
    private UpgradeCommand command;

    private String old;
    private String newer;
    private String measure;

    @BeforeEach
    void aMeasureRunsOnAnOlderVersion() {
        old = models.ofCity(KNOWLEDGE, ChangedModels.asItIs());
        measure = approved("KNOWLEDGE");
        newer = models.ofCity(KNOWLEDGE, ChangedModels.withoutReview());
    }

    @Test
    void operatorsSeeWhatRunsOnWhichVersionAndNobodyElseDoes() {
        JsonNode page = browser(Role.OPERATOR).get(MODELS).json();

        assertThat(of(page, old).get("running").asInt()).isEqualTo(1);
        assertThat(of(page, old).get("newest").asBoolean()).isFalse();
        assertThat(of(page, newer).get("running").asInt()).isZero();
        assertThat(of(page, newer).get("newest").asBoolean()).isTrue();
        assertThat(of(page, newer).get("name").asText()).isEqualTo("Wissensaufbau");
        Stream.of(Role.CLERK, Role.HEAD, Role.MANAGER, Role.MONITOR, Role.AUDITOR, Role.ADMINISTRATOR)
                .forEach(role -> {
                    assertThat(browser(role).get(MODELS).status())
                            .as(role.name())
                            .isEqualTo(403);
                    assertThat(wants(role, old, newer).status()).as(role.name()).isEqualTo(403);
                });
        assertThat(new Http(port).get(MODELS).status()).isEqualTo(401);
    }

    @Test
    void nothingIsPutBackToAnOlderVersion() {
        lifted(tried(old));
        List<Object> all = everything(measure);

        assertRefused(wants(Role.OPERATOR, newer, old), 409, "Auf eine ältere Fassung wird nichts zurückgesetzt.");

        assertThat(everything(measure)).isEqualTo(all);
    }

    @Test
    void whatIsNoNewerVersionOfTheSameModelIsRefused() {
        assertRefused(wants(Role.OPERATOR, "nichts:1:2", newer), 404, "Diese Fassung eines Ablaufs gibt es nicht.");
        assertRefused(wants(Role.OPERATOR, old, "nichts:1:2"), 404, "Diese Fassung eines Ablaufs gibt es nicht.");
        assertRefused(wants(Role.OPERATOR, old, old), 409, "Das ist dieselbe Fassung.");
        assertRefused(wants(Role.OPERATOR, newer, null), 409, "Das ist dieselbe Fassung.");
        String other = models.ofCity("publication", ChangedModels.asItIs());
        assertRefused(
                wants(Role.OPERATOR, old, other),
                409,
                "Das ist die Fassung eines anderen Ablaufs oder einer anderen Kommune.");
        assertThat(wants(Role.OPERATOR, null, newer)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("from");
        assertThat(logged(measure)).isEmpty();
    }

    @Test
    void nothingIsLiftedWithoutADryRunOrTwice() {
        Http operator = browser(Role.OPERATOR);
        assertRefused(
                operator.post(MODELS + "/lifts/" + UUID.randomUUID() + "/apply", "{}"),
                404,
                "Diesen Lauf gibt es nicht.");
        assertRefused(operator.get(MODELS + "/lifts/keiner"), 404, "Diesen Lauf gibt es nicht.");
        String trial = wants(Role.OPERATOR, old, null).json().get("id").asText();
        String apply = MODELS + "/lifts/" + trial + "/apply";
        assertRefused(operator.post(apply, "{}"), 409, "Der Probelauf ist noch nicht zu Ende.");
        worker.workOff(() -> true);

        String run = operator.post(apply, "{}").json().get("id").asText();
        assertRefused(operator.post(apply, "{}"), 409, "Abläufe dieser Fassung werden gerade schon gehoben.");
        worker.workOff(() -> true);

        assertRefused(operator.post(apply, "{}"), 409, "Auf dieser Fassung läuft nichts.");
        assertRefused(
                operator.post(MODELS + "/lifts/" + run + "/apply", "{}"),
                409,
                "Gehoben wird nur nach einem Probelauf: dies ist keiner.");
        assertRefused(
                operator.post(MODELS + "/lifts/" + run + "/cancel", "{}"),
                409,
                "Von diesem Lauf ist nichts mehr offen.");
        assertThat(logged(measure)).hasSize(1);
    }

    @Test
    void whatWasNotWorkedOnIsLeftOutAndWhatHasMovedOnIsNotTouched() {
        JsonNode trial = tried(old);
        Http operator = browser(Role.OPERATOR);
        String apply = MODELS + "/lifts/" + trial.at("/run/id").asText() + "/apply";
        String first = operator.post(apply, "{}").json().get("id").asText();
        assertThat(operator.post(MODELS + "/lifts/" + first + "/cancel", "{}").status())
                .isEqualTo(204);
        worker.workOff(() -> true);
        assertThat(report(first).at("/run/leftOut").asInt()).isEqualTo(1);
        assertThat(versionOf(measure, KNOWLEDGE)).isEqualTo(old);

        String second = operator.post(apply, "{}").json().get("id").asText();
        office.runtime()
                .deleteProcessInstance(
                        office.runtime()
                                .createProcessInstanceQuery()
                                .processDefinitionId(old)
                                .singleResult()
                                .getId(),
                        "for a test",
                        true);
        worker.workOff(() -> true);
        assertThat(report(second).at("/items/0/why").asText()).isEqualTo("Der Ablauf ist inzwischen beendet.");
    }

    @Test
    void whoIsNoOperatorAnyMoreLiftsNothing() {
        JsonNode trial = tried(old);
        String run = browser(Role.OPERATOR)
                .post(MODELS + "/lifts/" + trial.at("/run/id").asText() + "/apply", "{}")
                .json()
                .get("id")
                .asText();
        cast.leave();
        worker.workOff(() -> true);
        cast.enter();

        JsonNode report =
                cast.browser(Role.OPERATOR, port).get(MODELS + "/lifts/" + run).json();
        assertThat(report.at("/items/0/why").asText())
                .isEqualTo("Wer den Lauf begonnen hat, ist nicht mehr für den Betrieb zuständig.");
        assertThat(versionOf(measure, KNOWLEDGE)).isEqualTo(old);
    }

    @Test
    void theCommandDoesTheSameForAProcess() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(command.run(List.of("dry-run", KNOWLEDGE), printer, printer)).isZero();
        assertThat(versionOf(measure, KNOWLEDGE)).isEqualTo(old);
        assertThat(command.run(List.of("lift", KNOWLEDGE), printer, printer)).isZero();
        assertThat(versionOf(measure, KNOWLEDGE)).isEqualTo(newer);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("knowledge-building 1 (muenster) → 2: 1 von 1 würden gehoben")
                .contains("knowledge-building 1 (muenster) → 2: 1 von 1 gehoben");
        assertThat(command.run(List.of("lift", "nichts"), printer, printer)).isEqualTo(1);
        assertThat(command.run(List.of("lower"), printer, printer)).isEqualTo(UpgradeCommand.WRONG);
        assertThat(command.run(List.of("list"), printer, printer)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("knowledge-building 2 (muenster): 1 laufend");
    }

    private Http.Answer wants(Role role, String from, String to) {
        return browser(role).post(MODELS + "/lifts", "{\"from\": " + quoted(from) + ", \"to\": " + quoted(to) + "}");
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static void assertRefused(Http.Answer answer, int status, String message) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("message").asText()).isEqualTo(message);
    }

    private static JsonNode of(JsonNode page, String version) {
        return Stream.iterate(0, i -> i + 1)
                .limit(page.get("versions").size())
                .map(i -> page.get("versions").get(i))
                .filter(one -> one.get("id").asText().equals(version))
                .findFirst()
                .orElseThrow();
    }
}
