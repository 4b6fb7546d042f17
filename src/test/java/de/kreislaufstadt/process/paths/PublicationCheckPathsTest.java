package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.Office;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What looks like data of people does not get out, unless somebody says that it is nobody's. */
class PublicationCheckPathsTest extends PublicationPaths {

    @Autowired
    Accounts accounts;

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
        String mark = findings(measure).at("/0/finding").asText();
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
    void noVersionSaysWhoHasWrittenOrRecordedIt() {
        String measure = publicMeasure("IMPLEMENTATION");
        assertThat(published(measure).orElseThrow().content().carriers().leadMailbox())
                .isNotBlank();
        assertThat(published(measure).orElseThrow().content().toString())
                .as("what is never public has no place: who recorded the decision, who wrote the proposal")
                .doesNotContain("wfm-leitung", "wfm-sachbearbeitung");
    }
}
