package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.publication.PublicContentChanged.Cause;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.support.Office;
import org.junit.jupiter.api.Test;

/** All ways of a measure to its public page, and what is live there. */
class PublicationPathsTest extends PublicationPaths {

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
    void onlyWhatIsDecidedIsPublishedAndOnlyByThoseItBelongsTo() {
        String proposal = proposed();
        assertThat(begin("wfm-sachbearbeitung", proposal).status()).isEqualTo(409);
        String measure = approved("IMPLEMENTATION");
        assertThat(begin("planung-sachbearbeitung", measure).status()).isIn(403, 404);
        assertThat(begin("wfm-sachbearbeitung", "XX-99").status()).isEqualTo(404);
        begin("wfm-sachbearbeitung", measure);
        assertThat(begin("wfm-sachbearbeitung", measure).status()).isEqualTo(409);
    }
}
