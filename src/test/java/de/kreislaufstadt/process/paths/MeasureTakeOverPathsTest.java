package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.MeasureForm;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.MeasureTakeOver;
import de.kreislaufstadt.measure.MeasureTakeOver.PastMeasure;
import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Lifecycles.PastStep;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.publication.PublicPart;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Order;
import de.kreislaufstadt.released.ReleasedMeasures.Selection;
import de.kreislaufstadt.released.ReleasedParts.Event;
import de.kreislaufstadt.starterproject.StarterIdeas;
import de.kreislaufstadt.starterproject.StarterIdeas.NewIdea;
import de.kreislaufstadt.support.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A measure that was running before this system begins in the phase it had reached. */
class MeasureTakeOverPathsTest extends MeasurePaths {

    private static final AtomicInteger NUMBERS = new AtomicInteger(700);

    @Autowired
    private MeasureTakeOver measures;

    @Autowired
    private StarterIdeas starterIdeas;

    @Autowired
    private Lifecycles lifecycles;

    @Autowired
    private ReleasedMeasures released;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private List<PublicPart> parts;

    @ParameterizedTest
    @CsvSource({
        "phase-knowledge,        KNOWLEDGE,        define-knowledge-goals@wfm, 1",
        "phase-survey,           STATUS_QUO,       prepare-survey@wfm,         1",
        "plan-workshops,         WORKSHOPS,        prepare-workshop@wfm,       2",
        "phase-starter-projects, STARTER_PROJECTS, bundle-ideas@wfm,           1",
        "prepare-implementation, IMPLEMENTATION,   plan-work-packages@wfm,     1",
        "evaluate-measure,       EVALUATION,       evaluate-measure@wfm,       1"
    })
    void aMeasureEntersTheLifeCycleAtThePhaseItHasReached(String activity, String state, String task, int times) {
        String measure = takenOver(MeasureState.valueOf(state), activity, everyPhase());
        assertThat(waiting(measure)).hasSize(times).containsOnly(task);
        assertThat(state(measure)).isEqualTo(state);
        assertThat(clerk("wfm").sees(measure)).hasSize(times);
        assertThat(lifecycles.isRunning(Office.MUNICIPALITY, measure)).isTrue();
    }

    @Test
    void earlierStepsAreHistoryAndNoOpenTasks() {
        String measure = takenOver(MeasureState.STATUS_QUO, "phase-survey", everyPhase());
        assertThat(waiting(measure)).containsExactly("prepare-survey@wfm");
        assertThat(one(
                        measure,
                        "select task_key || ' ' || origin || ' ' || note from step where measure_id = :measure"))
                .isEqualTo("review-knowledge TAKEN_OVER Vermerk der Federführung");
    }

    @Test
    void earlierStepsStandOnThePublicPageWithTheirDayAndWithoutWhatIsNotedBesideThem() {
        String measure = takenOver(MeasureState.STATUS_QUO, "phase-survey", everyPhase());
        UUID id = UUID.fromString(one(measure, "select id from measure where id = :measure"));
        assertThat(parts.stream().flatMap(part -> part.of(Office.MUNICIPALITY, id).events().stream()))
                .containsExactly(new Event(LocalDate.of(2023, 12, 15), "STEP_REVIEW_KNOWLEDGE", null, null, List.of()));
    }

    @Test
    void ideasThatWereAlreadyBundledAreSketchedAtOnce() {
        String measure = "WW-" + NUMBERS.incrementAndGet();
        UUID id = measures.takeOver(Office.MUNICIPALITY, past(measure, MeasureState.STARTER_PROJECTS), "admin");
        List<ItemRef> ideas = starterIdeas.takeOver(
                Office.MUNICIPALITY,
                id,
                List.of(
                        new NewIdea("Bauteilbörse", CircularField.BUILDING, "Bauteile vermitteln", "immobilien"),
                        new NewIdea("Mehrwegküche", CircularField.FOOD, "Mehrweg in Kantinen", "personal")),
                "admin");
        enter(
                id,
                measure,
                "phase-starter-projects",
                everyPhase().and("ideasBundled", true).and("ideaIds", ideas));
        assertThat(waiting(measure)).containsExactly("sketch-project@immobilien", "sketch-project@personal");

        clerk("immobilien").completes(measure, "sketch-project");
        clerk("wfm").completes(measure, "rate-project");
        clerk("personal").completes(measure, "sketch-project");
        clerk("wfm").completes(measure, "rate-project");
        assertThat(waiting(measure)).containsExactly("propose-selection@wfm");
    }

    @Test
    void theExchangeBeginsForAMeasureThatWasDecidedBefore() {
        String measure = takenOver(MeasureState.KNOWLEDGE, "phase-knowledge", everyPhase());
        assertFallsOn(today().plusMonths(3), timer(measure, "exchange-due"));
        office.fire(measure, "exchange-due");
        assertThat(waiting(measure)).contains("report-activities@umwelt", "report-activities@wfm");
    }

    @Test
    void thePublicHearsAtOnceOfHowManyDecidedMeasuresItDoesNotSee() {
        int before = unseen();
        takenOver(MeasureState.IMPLEMENTATION, "prepare-implementation", everyPhase());
        assertThat(unseen()).isEqualTo(before + 1);

        measures.takeOver(
                Office.MUNICIPALITY, past("WW-" + NUMBERS.incrementAndGet(), MeasureState.COMPLETED), "admin");
        assertThat(unseen()).isEqualTo(before + 2);

        measures.takeOver(
                Office.MUNICIPALITY, past("WW-" + NUMBERS.incrementAndGet(), MeasureState.UNDER_REVIEW), "admin");
        assertThat(unseen()).isEqualTo(before + 2);
    }

    private int unseen() {
        return released.counts(Office.MUNICIPALITY, new Selection(null, null, null, null, Order.NUMBER, 0, 1))
                .decidedUnpublished();
    }

    @Test
    void phasesThatWereNotOrderedAreSkippedFromThereOn() {
        String measure = takenOver(MeasureState.KNOWLEDGE, "phase-knowledge", Outcome.of("decision", "APPROVE"));
        clerk("wfm").completes(measure, "define-knowledge-goals");
        clerk("immobilien").completes(measure, "collect-knowledge");
        clerk("personal").completes(measure, "collect-knowledge");
        clerk("klima").completes(measure, "review-knowledge");
        assertThat(waiting(measure)).containsExactly("evaluate-measure@wfm");
    }

    private String takenOver(MeasureState state, String activity, Outcome routing) {
        String measure = "WW-" + NUMBERS.incrementAndGet();
        UUID id = measures.takeOver(Office.MUNICIPALITY, past(measure, state), "admin");
        enter(id, measure, activity, routing);
        return measure;
    }

    private void enter(UUID id, String measure, String activity, Outcome routing) {
        PastStep step = new PastStep(
                "knowledge-building",
                "review-knowledge",
                "klima",
                Instant.parse("2023-12-15T11:00:00Z"),
                "Vermerk der Federführung");
        lifecycles.takeOver(Office.MUNICIPALITY, id, measure, "wfm", activity, routing, List.of(step));
    }

    private PastMeasure past(String number, MeasureState state) {
        MeasureForm form = json.convertValue(office.valid("propose-measure"), MeasureForm.class);
        return new PastMeasure(number, "wfm", state, null, List.of(PastVersion.of(form)), List.of(), List.of());
    }

    private static Outcome everyPhase() {
        return Outcome.of("decision", "APPROVE")
                .and("needsKnowledge", true)
                .and("needsSurvey", true)
                .and("needsWorkshops", true)
                .and("needsStarterProjects", true)
                .and("needsImplementation", true);
    }
}
