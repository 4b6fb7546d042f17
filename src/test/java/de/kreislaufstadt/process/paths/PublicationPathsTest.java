package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.publication.PublicContentChanged;
import de.kreislaufstadt.publication.PublicContentChanged.Cause;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.VersionHead;
import de.kreislaufstadt.support.Http.Answer;
import de.kreislaufstadt.support.Office;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** All ways of a measure to its public page, and back. */
class PublicationPathsTest extends RoundPaths {

    private static final String PREPARE = "prepare-publication@wfm";
    private static final String RELEASE = "release-publication@klima";

    @Autowired
    ReleasedMeasures released;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aDecidedMeasureBecomesPublicWhenTwoPeopleHaveReleasedIt() {
        String measure = approved("IMPLEMENTATION");
        assertThat(published(measure)).as("nothing goes out by itself").isEmpty();
        assertThat(begin("wfm-sachbearbeitung", measure).status()).isEqualTo(204);
        assertThat(waiting(measure)).contains(PREPARE);
        assertThat(standing(measure).path("pending").asBoolean()).isTrue();
        int gap = gap();

        clerk("wfm").completes(measure, "prepare-publication", participating("Bauteile melden."));
        assertThat(waiting(measure)).contains(RELEASE).doesNotContain(PREPARE);
        clerk("klima").completes(measure, "release-publication");

        Entry entry = published(measure).orElseThrow();
        assertThat(entry.version()).isEqualTo(1);
        assertThat(entry.content().heading().title()).isEqualTo("Wiederverwendung von Bauteilen");
        assertThat(entry.content().effects().cost().value().number()).isEqualByComparingTo("12500.5");
        assertThat(entry.content().decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.result()).isEqualTo("APPROVE"));
        assertThat(entry.content().participation().text()).isEqualTo("Bauteile melden.");
        assertThat(entry.live().state()).isEqualTo("IMPLEMENTATION");
        assertThat(waiting(measure)).doesNotContain(PREPARE, RELEASE);
        assertThat(gap()).as("decided measures that nobody outside sees").isEqualTo(gap - 1);
        JsonNode standing = standing(measure);
        assertThat(standing.path("version").asInt()).isEqualTo(1);
        assertThat(standing.path("address").asText()).isEqualTo("/muenster/massnahmen/" + entry.slug());
        assertThat(steps(measure)).containsExactly("CHECKED", "SUBMITTED", "RELEASED", "CHECKED", "PUBLISHED");
    }

    @Test
    void theNextPublicStepIsToldAsSoonAsItIsTrue() {
        String measure = publicMeasure("KNOWLEDGE");
        var next = published(measure).orElseThrow().live().next();
        assertThat(next.step()).isEqualTo("define-knowledge-goals");
        assertThat(next.department()).isEqualTo("Wirtschaftsförderung Münster GmbH");
        assertThat(next.due()).isEqualTo(due(measure, "define-knowledge-goals"));

        long stamp = stamp();
        clerk("wfm").completes(measure, "define-knowledge-goals");

        assertThat(published(measure).orElseThrow().live().next().step()).isEqualTo("collect-knowledge");
        assertThat(stamp()).as("pages made before are not taken for fresh").isGreaterThan(stamp);
        assertThat(published(measure).orElseThrow().version())
                .as("no text has changed")
                .isEqualTo(1);
    }

    @Test
    void noVersionSaysWhoHasWrittenOrRecordedIt() {
        String measure = publicMeasure("IMPLEMENTATION");
        assertThat(published(measure).orElseThrow().content().carriers().leadMailbox())
                .isNotBlank();
        assertThat(published(measure).orElseThrow().content().toString())
                .as("what is never public has no place: who recorded the decision, who wrote the proposal")
                .doesNotContain("wfm-leitung", "wfm-sachbearbeitung");
    }

    @Test
    void whatTwoPeopleHaveReleasedInTheirOwnStepGoesOutWithoutATask() {
        String measure = publicMeasure("IMPLEMENTATION");
        changed(measure, Cause.STATUS_REPORT, true);
        assertThat(waiting(measure)).doesNotContain(PREPARE, RELEASE);
        assertThat(versions(measure)).containsExactly(2, 1);
        assertThat(released.versions(Office.MUNICIPALITY, measure).get(0).causes())
                .containsExactly("STATUS_REPORT");

        changed(measure, Cause.PROJECT_RESULT, false);
        assertThat(waiting(measure)).as("one person has").contains(PREPARE);
        assertThat(versions(measure)).containsExactly(2, 1);
    }

    @Test
    void whatChangesWhileAVersionIsOnItsWayMakesAnotherRound() {
        String measure = publicMeasure("IMPLEMENTATION");
        changed(measure, Cause.PROJECT_RESULT, false);
        clerk("wfm").completes(measure, "prepare-publication");
        changed(measure, Cause.STATUS_REPORT, true);
        changed(measure, Cause.WORKSHOP, false);
        assertThat(office.open(measure, "prepare-publication"))
                .as("one at a time")
                .isEmpty();
        clerk("klima").completes(measure, "release-publication");

        assertThat(versions(measure)).containsExactly(2, 1);
        assertThat(waiting(measure)).contains(PREPARE);
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");
        assertThat(versions(measure)).containsExactly(3, 2, 1);
        assertThat(released.versions(Office.MUNICIPALITY, measure).get(0).causes())
                .containsExactly("STATUS_REPORT", "WORKSHOP");
        assertThat(waiting(measure)).doesNotContain(PREPARE, RELEASE);
    }

    @Test
    void dataOfPeopleKeepAVersionInsideAndNothingIsChangedByTheRefusal() {
        String measure = proposedWith("Melden bei Erika, Tel. 0251 4921234, erika@firma.example.");
        begin("wfm-sachbearbeitung", measure);
        Map<String, Object> before = everything(measure);
        List<String> events = steps(measure);

        assertThat(refusal(() -> clerk("wfm").completes(measure, "prepare-publication")))
                .containsExactly(
                        "result publication.refused.MAIL",
                        "result publication.refused.PHONE",
                        "result publication.refused.MAIL",
                        "result publication.refused.PHONE");
        assertThat(everything(measure)).isEqualTo(before);
        assertThat(steps(measure)).isEqualTo(events);

        clerk("wfm")
                .completes(measure, "prepare-publication", only("result", "HOLD", "reason", "Der Text wird geändert."));
        assertThat(waiting(measure)).doesNotContain(PREPARE, RELEASE);
        assertThat(standing(measure).path("held").asText()).isEqualTo("Der Text wird geändert.");
        assertThat(published(measure)).isEmpty();
        assertThat(begin("klima-sachbearbeitung", measure).status())
                .as("it may be begun again")
                .isEqualTo(204);
    }

    @Test
    void aNameThatIsNobodysIsConfirmedWithAReason() {
        String measure = proposedWith("Benannt nach Frau Holle im Märchen.");
        begin("wfm-sachbearbeitung", measure);
        assertThat(refusal(() -> clerk("wfm").completes(measure, "prepare-publication")))
                .contains("result publication.refused.SALUTATION");
        String mark = findings(measure).at("/0/value").asText();
        clerk("wfm").completes(measure, "prepare-publication", data -> {
            data.putArray("confirmed")
                    .addObject()
                    .put("finding", mark)
                    .put("reason", "Eine Gestalt aus einem Märchen.");
        });
        clerk("klima").completes(measure, "release-publication");
        assertThat(published(measure)).isPresent();
    }

    @Test
    void aReleaseThatIsRefusedGoesBackToTheLead() {
        String measure = approved("IMPLEMENTATION");
        begin("wfm-leitung", measure);
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima")
                .completes(
                        measure,
                        "release-publication",
                        only("result", "RETURN", "note", "Wie kann man sich beteiligen?"));
        assertThat(waiting(measure)).contains(PREPARE).doesNotContain(RELEASE);
        assertThat(published(measure)).isEmpty();
        assertThat(steps(measure)).endsWith("RETURNED");
    }

    @Test
    void whoHasPreparedAVersionDoesNotReleaseIt() {
        String measure = clerk("klima").proposes(office.valid("propose-measure", data -> data.put("lead", "klima")));
        head("klima").completes(measure, "review-proposal");
        head("klima").completes(measure, "decide-measure", approval("IMPLEMENTATION"));
        begin("klima-sachbearbeitung", measure);
        clerk("klima").completes(measure, "prepare-publication");
        assertThat(refusal(() -> clerk("klima").completes(measure, "release-publication")))
                .containsExactly("result process.fourEyes");
        head("klima").completes(measure, "release-publication");
        assertThat(published(measure)).isPresent();
    }

    @Test
    void aNameThatBecomesKnownOnTheWayStopsTheVersionAfterItsRelease() {
        String measure = proposedWith("Das Lager betreut Adelgunde Neuhinzu.");
        begin("wfm-sachbearbeitung", measure);
        clerk("wfm").completes(measure, "prepare-publication");
        accounts.ensurePerson(Office.MUNICIPALITY, "neuhinzu", "Adelgunde Neuhinzu", List.of(), null);
        try {
            clerk("klima").completes(measure, "release-publication");
        } finally {
            accounts.removePerson(Office.MUNICIPALITY, "neuhinzu");
        }
        assertThat(published(measure)).isEmpty();
        assertThat(waiting(measure)).contains(PREPARE);
    }

    @Test
    void aMeasureIsTakenOffItsPageAtOnceAndForAReason() {
        String measure = publicMeasure("IMPLEMENTATION");
        assertThat(withdraw("planung-sachbearbeitung", measure, "Falsch.").status())
                .isIn(403, 404);
        assertThat(errors(withdraw("wfm-leitung", measure, " "))).containsExactly("reason");
        assertThat(published(measure)).isPresent();
        int gap = gap();

        assertThat(withdraw("wfm-leitung", measure, "Eine Zahl ist falsch.").status())
                .isEqualTo(204);

        assertThat(published(measure)).isEmpty();
        assertThat(gap()).isEqualTo(gap + 1);
        assertThat(waiting(measure))
                .as("so that it does not stay away silently")
                .contains(PREPARE);
        assertThat(withdraw("wfm-leitung", measure, "Noch einmal.").status()).isEqualTo(409);
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");
        assertThat(versions(measure)).containsExactly(2, 1);
    }

    @Test
    void theEndOfAMeasureIsPublishedAlthoughItTakesAllItsProcessesAlong() {
        String measure = publicMeasure("IMPLEMENTATION");
        changed(measure, Cause.PROJECT_RESULT, false);
        assertThat(browser("wfm-leitung")
                        .post(
                                "/camunda/api/kreislaufstadt/measures/" + measure + "/steering/cancel",
                                "{\"reason\": \"Die Förderung ist eingestellt.\"}")
                        .status())
                .isEqualTo(200);

        assertThat(waiting(measure)).containsExactly(PREPARE);
        assertThat(published(measure).orElseThrow().live().state()).isEqualTo("CANCELLED");
        assertThat(published(measure).orElseThrow().content().state())
                .as("its reason waits for its release")
                .isNull();
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");
        assertThat(published(measure).orElseThrow().content().state().reason())
                .isEqualTo("Die Förderung ist eingestellt.");
        assertThat(office.isRunning(measure)).isFalse();
    }

    @Test
    void onlyWhatIsDecidedIsPublishedAndOnlyByThoseItBelongsTo() {
        String proposal = proposed();
        assertThat(begin("wfm-sachbearbeitung", proposal).status()).isEqualTo(409);
        String measure = approved("IMPLEMENTATION");
        assertThat(begin("planung-sachbearbeitung", measure).status()).isIn(403, 404);
        assertThat(begin("wfm-sachbearbeitung", "XX-99").status()).isEqualTo(404);
        begin("wfm-sachbearbeitung", measure);
        assertThat(begin("wfm-sachbearbeitung", measure).status()).isEqualTo(409);
    }

    @Test
    void aRejectedMeasureIsPublishedWithItsReason() {
        String measure = reviewed();
        head("wfm")
                .completes(
                        measure,
                        "decide-measure",
                        decision -> decision.put("result", "REJECT")
                                .put("reason", "Der Nutzen ist nicht belegt.")
                                .remove("phases"));
        begin("wfm-sachbearbeitung", measure);
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");
        Entry entry = published(measure).orElseThrow();
        assertThat(entry.live().state()).isEqualTo("REJECTED");
        assertThat(entry.content().state().reason()).isEqualTo("Der Nutzen ist nicht belegt.");
    }

    private String publicMeasure(String... phases) {
        String measure = approved(phases);
        begin("wfm-sachbearbeitung", measure);
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");
        assertThat(published(measure)).isPresent();
        return measure;
    }

    private String proposedWith(String description) {
        String measure = clerk("wfm")
                .proposes(office.valid(
                        "propose-measure", data -> ((ObjectNode) data.get("outline")).put("description", description)));
        clerk("klima").completes(measure, "review-proposal");
        head("wfm").completes(measure, "decide-measure", approval("IMPLEMENTATION"));
        return measure;
    }

    private static Consumer<ObjectNode> participating(String text) {
        return data -> data.putObject("participation").put("text", text);
    }

    private void changed(String measure, Cause cause, boolean byTwo) {
        UUID id = UUID.fromString(one(measure, "select id from measure where id = :measure"));
        transaction.executeWithoutResult(
                status -> events.publishEvent(new PublicContentChanged(Office.MUNICIPALITY, id, cause, byTwo)));
    }

    private Optional<Entry> published(String measure) {
        return released.numbered(Office.MUNICIPALITY, measure);
    }

    private List<Integer> versions(String measure) {
        return released.versions(Office.MUNICIPALITY, measure).stream()
                .map(VersionHead::version)
                .toList();
    }

    private List<String> steps(String measure) {
        return all(measure, "select kind from publication_event where measure_id = :measure order by created_at");
    }

    private long stamp() {
        return released.stamps().getOrDefault(Office.MUNICIPALITY, 0L);
    }

    private int gap() {
        return released.counts(
                        Office.MUNICIPALITY,
                        new ReleasedMeasures.Selection(null, null, null, null, ReleasedMeasures.Order.NUMBER, 0, 1))
                .decidedUnpublished();
    }

    private JsonNode findings(String measure) {
        String task = office.open(measure, "prepare-publication").get(0).getId();
        return browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/form/task/" + task)
                .json()
                .at("/data/findingOptions");
    }

    private JsonNode standing(String measure) {
        return browser("wfm-sachbearbeitung").get(address(measure)).json();
    }

    private Answer begin(String user, String measure) {
        return browser(user).post(address(measure) + "/begin", "{}");
    }

    private Answer withdraw(String user, String measure, String reason) {
        return browser(user).post(address(measure) + "/withdraw", "{\"reason\": \"" + reason + "\"}");
    }

    private static String address(String measure) {
        return "/camunda/api/kreislaufstadt/measures/" + measure + "/publication";
    }
}
