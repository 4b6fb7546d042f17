package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A measure that is already running is taken over in the phase it has reached: its first task waits, for each workshop one. */
@ApplicationTest
class ReachedPhaseTest extends ImportingAdministrator {

    @ParameterizedTest
    @CsvSource({
        "KNOWLEDGE, define-knowledge-goals",
        "STATUS_QUO, prepare-survey",
        "WORKSHOPS, prepare-workshop",
        "STARTER_PROJECTS, bundle-ideas",
        "IMPLEMENTATION, plan-work-packages",
        "EVALUATION, evaluate-measure"
    })
    void each_phase_begins_with_its_first_task(String state, String task) {
        apply(planned(
                "outline.externalId;Titel;Was ist im Einzelnen geplant?;Handlungsfeld;responsibility.responsibleBody;Stand\n"
                        + id(state) + ";Quartier;Wir bauen.;Bauen und Sanieren;Stadt;" + state + "\n"));

        assertThat(office.openTasks(number(id(state)))).containsOnly(task);
        assertThat(office.jdbc()
                        .sql("select state from measure where municipality_id = 'muenster' and number = :number")
                        .param("number", number(id(state)))
                        .query(String.class)
                        .single())
                .isEqualTo(state);
    }

    private String number(String id) {
        return office.jdbc()
                .sql("select m.number from measure m join measure_version v on v.municipality_id = m.municipality_id"
                        + " and v.measure_id = m.id where m.municipality_id = 'muenster' and v.external_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
