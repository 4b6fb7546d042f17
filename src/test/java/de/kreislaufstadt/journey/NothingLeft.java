package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.journey.Journey.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What people wrote is in the record and nowhere else. On the journey every free text of every form contained a word that
 * nothing else contains; afterwards it is looked for.
 */
abstract class NothingLeft {

    /** Ids and routing values, and the four counters of the engine's own multi-instance activities. */
    private static final List<String> ALLOWED_VARIABLES = List.of(
            "measureId",
            "lead",
            "reviewResult",
            "body",
            "decision",
            "bodyResult",
            "concerns",
            "coSignNeeded",
            "coSigners",
            "coSignId",
            "coSignRound",
            "coSignAgain",
            "coSignResult",
            "coSignature",
            "conditionIds",
            "conditionId",
            "conditionResult",
            "deferredUntil",
            "needsKnowledge",
            "needsSurvey",
            "needsWorkshops",
            "needsStarterProjects",
            "needsImplementation",
            "goalIds",
            "goalId",
            "surveyDepartments",
            "surveyUntil",
            "department",
            "clarifyResult",
            "workshopIds",
            "workshopId",
            "workshopDate",
            "registrationUntil",
            "agendaResult",
            "registrationResult",
            "confirmResult",
            "checkResult",
            "objectionResult",
            "releaseResult",
            "ideasBundled",
            "bundleResult",
            "ideaIds",
            "ideaId",
            "score",
            "feasibility",
            "knockOut",
            "recommendation",
            "proposal",
            "decideResult",
            "selectionResult",
            "projectIds",
            "projectId",
            "packageIds",
            "packageId",
            "packageEnd",
            "packageResult",
            "blockageResult",
            "closureResult",
            "overdueTask",
            "headCanClarify",
            "watchDay",
            "moreToEscalate",
            "exchangeId",
            "exchangeDepartments",
            "nrOfInstances",
            "nrOfCompletedInstances",
            "nrOfActiveInstances",
            "loopCounter",
            "acceptResult",
            "changedMeanwhile",
            "correction",
            "correctionResult",
            "countermeasureId",
            "deadlineOver",
            "effectResult",
            "effectUntil",
            "moreToFreeze",
            "moreToOpen",
            "moreToWithdraw",
            "publication",
            "publicationPrepared",
            "publicationResult",
            "questionId",
            "questionResult",
            "reportId",
            "roundDue",
            "roundId",
            "settleResult");

    private static final int LEAST_COLUMNS = 60;

    /** Forms about the association's model approach and no measure: what its processes keep, their own tests say. */
    private static final String OF_COMPONENTS = "-component";

    private CityDatabase database;
    private Journey journey;

    @BeforeEach
    void makeTheJourney(Journey made) {
        journey = made.through(Stage.COMPLETION);
        database = journey.city().database();
    }

    @Test
    void everyFormWasSent() throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("bpmn/forms"))) {
            assertThat(database.values(
                            "select distinct task_key from kreislaufstadt.step where measure_id = ?::uuid",
                            journey.course().measure()))
                    .containsExactlyInAnyOrderElementsOf(
                            forms.map(form -> form.getFileName().toString().replace(".form", ""))
                                    .filter(form -> !form.endsWith(OF_COMPONENTS))
                                    .toList());
        }
    }

    @Test
    void textsOfFormsAreInTheRecord() {
        assertThat(database.columnsContaining("kreislaufstadt", Forms.MARK)).hasSizeGreaterThan(LEAST_COLUMNS);
    }

    @Test
    void noTextOfAFormIsInTheEngine() {
        assertThat(database.columnsContaining("camunda", Forms.MARK)).isEmpty();
    }

    @Test
    void noTextOfAFormIsInTheLog() {
        assertThat(journey.city().log()).doesNotContainIgnoringCase(Forms.MARK);
    }

    @Test
    void logNamesNoFault() {
        assertThat(journey.city().log()).doesNotContain(" ERROR ");
    }

    @Test
    void engineHoldsRoutingValuesOnly() {
        assertThat(database.values("""
                        select name_ from camunda.act_ru_variable
                        union select name_ from camunda.act_hi_varinst
                        union select name_ from camunda.act_hi_detail where name_ is not null
                        """)).isSubsetOf(ALLOWED_VARIABLES);
        assertThat(database.values("""
                        select text_ from camunda.act_ru_variable
                        union select text_ from camunda.act_hi_varinst
                        union select text_ from camunda.act_hi_detail
                        """))
                .allSatisfy(value -> assertThat(value == null ? "" : value).matches("[A-Za-z0-9@,_-]*"));
    }

    @Test
    void engineHoldsNoBytesButItsModels() {
        assertThat(database.values("select name_ from camunda.act_ge_bytearray where deployment_id_ is null"))
                .isEmpty();
        assertThat(database.values("select distinct var_type_ from camunda.act_hi_detail where var_type_ is not null"))
                .isSubsetOf("string", "boolean", "integer", "date", "null");
        assertThat(database.value("select (select count(*) from camunda.act_hi_comment)"
                        + " + (select count(*) from camunda.act_hi_attachment)"))
                .isEqualTo("0");
    }

    @Test
    void inputsOfDecisionsAreRoutingValues() {
        assertThat(database.values("select distinct clause_name_ from camunda.act_hi_dec_in"))
                .isSubsetOf("Ausschlusskriterium erfüllt", "Umsetzbarkeit (1–5)", "Punktzahl (0–100)");
    }
}
