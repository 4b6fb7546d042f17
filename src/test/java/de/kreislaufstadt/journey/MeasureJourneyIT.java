package de.kreislaufstadt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.journey.Journey.Stage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A measure from its proposal to the archive, on the packaged application, done by the departments' people through the REST
 * API and nothing else. After every step: the rows, and everybody's inbox.
 */
@ExtendWith(WithJourney.class)
class MeasureJourneyIT {

    @ParameterizedTest
    @EnumSource(Stage.class)
    void departmentsLeadAMeasureThrough(Stage stage, Journey journey) {
        journey.through(stage);

        assertThat(journey.course().steps()).isPositive();
    }

    /** In the same run, since a journey takes its time. */
    @Nested
    class Afterwards extends NothingLeft {}
}
