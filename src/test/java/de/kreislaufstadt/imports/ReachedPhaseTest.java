package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A measure that is already running is taken over in the phase it has reached: its first task waits, for each workshop one. */
@ApplicationTest
class ReachedPhaseTest extends ImportingAdministrator {

    private static final String HEAD = "outline.externalId;Titel;Was ist im Einzelnen geplant?;Handlungsfeld;"
            + "responsibility.responsibleBody;Stand";

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

    @ParameterizedTest
    @CsvSource({"COMPLETED, ''", "CANCELLED, Der Fördergeber hat abgesagt.", "REJECTED, Der Rat hat abgelehnt."})
    void what_is_over_has_no_process_and_says_why(String state, String reason) {
        apply(planned(HEAD + ";Grund des Stands\n" + measure(state) + ";" + reason + "\n"));

        String number = number(id(state));
        assertThat(office.isRunning(number)).isFalse();
        assertThat(state(number)).isEqualTo(state + "|" + reason);
        assertThat(office.openTasks(number)).isEmpty();
    }

    @Test
    void what_is_paused_rests_in_its_phase_and_goes_on_there() {
        apply(planned(HEAD + ";Grund des Stands;Stand vor der Pause\n" + measure("PAUSED")
                + ";Die Stelle ist nicht besetzt.;Workshops\n"));

        String number = number(id("PAUSED"));
        assertThat(state(number)).isEqualTo("PAUSED|Die Stelle ist nicht besetzt.");
        assertThat(office.openTasks(number)).containsOnly("prepare-workshop");
        assertThat(office.tasks()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .active()
                        .count())
                .isZero();
        Http lead = new Http(port);
        lead.signIn("klima-leitung", "tasklist");
        assertThat(lead.post(
                                "/camunda/api/kreislaufstadt/measures/" + number + "/steering/resume",
                                "{\"reason\": \"Die Stelle ist besetzt.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(state(number)).startsWith("WORKSHOPS|");
        assertThat(office.tasks()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .active()
                        .count())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Stand;Grund des Stands                        | CANCELLED;            | Zu diesem Stand gehört ein Grund
            Stand;Grund des Stands;Stand vor der Pause    | PAUSED;Geld;COMPLETED | geht in einer Phase weiter
            Stand                                         | UNDER_REVIEW          | kein Stand, in dem eine Maßnahme übernommen werden kann. Möglich sind: Wissensaufbau; Status-quo-Erhebung
            """)
    void what_cannot_be_taken_over_is_refused_with_its_reason(String columns, String cells, String reason) {
        String run = planned("outline.externalId;Titel;Was ist im Einzelnen geplant?;Handlungsfeld;"
                + "responsibility.responsibleBody;" + columns + "\n" + id("x")
                + ";Quartier;Wir bauen.;Bauen und Sanieren;Stadt;" + cells + "\n");

        assertThat(run(run).at("/rows/REFUSED").asInt()).isEqualTo(1);
        assertThat(admin().get(path(run) + "/rows/1").json().at("/0/note").asText())
                .contains(reason);
    }

    @Test
    void phases_that_a_decision_orders_follow_the_one_that_is_reached() {
        String run = begun();
        upload(run, "massnahmen.csv", (HEAD + "\n" + measure("KNOWLEDGE") + "\n").getBytes(StandardCharsets.UTF_8));
        upload(
                run,
                "beschluesse.csv",
                ("Kennung in anderen Systemen;Gremium;Tag des Beschlusses;Ergebnis;Phasen;Vorlagennummer\n"
                                + id("KNOWLEDGE")
                                + ";Rat;20.03.2024;Zugestimmt;Wissensaufbau, Workshops, Umsetzung;V/0001/2024\n")
                        .getBytes(StandardCharsets.UTF_8));
        plan(run, "{}");
        apply(run);

        String number = number(id("KNOWLEDGE"));
        assertThat(office.variable(number, "measure-lifecycle", "needsWorkshops"))
                .isEqualTo(true);
        assertThat(office.variable(number, "measure-lifecycle", "needsSurvey")).isNull();
        assertThat(office.jdbc()
                        .sql("select d.body || ' ' || d.decided_on || ' ' || d.paper_number from measure_decision d"
                                + " join measure m on m.municipality_id = d.municipality_id and m.id = d.measure_id"
                                + " where m.municipality_id = 'muenster' and m.number = :number")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .containsExactly("Rat 2024-03-20 V/0001/2024");
    }

    private String measure(String state) {
        return id(state) + ";Quartier;Wir bauen.;Bauen und Sanieren;Stadt;" + state;
    }

    private String state(String number) {
        return office.jdbc()
                .sql("select state || '|' || coalesce(state_reason, '') from measure where municipality_id = 'muenster'"
                        + " and number = :number")
                .param("number", number)
                .query(String.class)
                .single();
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
