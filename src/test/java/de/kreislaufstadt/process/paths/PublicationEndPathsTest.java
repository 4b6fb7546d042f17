package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.publication.PublicContentChanged.Cause;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import org.junit.jupiter.api.Test;

/** What becomes of a page when its measure is taken back, ends or is rejected. */
class PublicationEndPathsTest extends PublicationPaths {

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
}
