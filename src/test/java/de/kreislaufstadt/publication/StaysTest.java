package de.kreislaufstadt.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.publication.Stays.Done;
import de.kreislaufstadt.publication.Stays.Entered;
import de.kreislaufstadt.released.LiveState.Stay;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a measure has come, as the public reads it. */
class StaysTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aPhaseIsPastOnceTheMeasureHasLeftItAndItsDaysAreThoseOfTheCity() {
        Stays stays = stays("2026-01-31T23:30:00Z KNOWLEDGE", "2026-03-01T10:00:00Z STATUS_QUO");
        assertThat(stays.past())
                .containsExactly(new Stay("KNOWLEDGE", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)));
        assertThat(stays.phase("STATUS_QUO")).isEqualTo("STATUS_QUO");
    }

    @Test
    void aRestWithinAPhaseDoesNotEndIt() {
        Stays stays = stays(
                "2026-01-01T10:00:00Z KNOWLEDGE",
                "2026-02-01T10:00:00Z PAUSED",
                "2026-03-01T10:00:00Z KNOWLEDGE",
                "2026-04-01T10:00:00Z IMPLEMENTATION");
        assertThat(stays.past())
                .containsExactly(new Stay("KNOWLEDGE", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1)));
    }

    @Test
    void aMeasureThatRestsOrHasEndedEarlyStandsWhereItStood() {
        Stays stays = stays("2026-01-01T10:00:00Z WORKSHOPS", "2026-02-01T10:00:00Z CANCELLED");
        assertThat(stays.phase("CANCELLED")).isEqualTo("WORKSHOPS");
        assertThat(stays.past()).extracting(Stay::phase).containsExactly("WORKSHOPS");
        assertThat(stays("2026-01-01T10:00:00Z REJECTED").phase("REJECTED")).isEqualTo("REJECTED");
    }

    @Test
    void ofPhasesBeforeATakeOverTheLastKnownDayIsSaidAndOfTheOneItStandsInNothing() {
        Stays stays = new Stays(
                List.of(new Entered("STARTER_PROJECTS", OffsetDateTime.parse("2026-01-01T10:00:00Z"))),
                List.of(
                        new Done("knowledge-building", LocalDate.of(2023, 12, 15)),
                        new Done("measure-lifecycle", LocalDate.of(2024, 2, 1)),
                        new Done("starter-project-selection", LocalDate.of(2025, 3, 1))),
                BERLIN);
        assertThat(stays.past()).containsExactly(new Stay("KNOWLEDGE", null, LocalDate.of(2023, 12, 15)));
    }

    private static Stays stays(String... course) {
        return new Stays(
                List.of(course).stream()
                        .map(one -> one.split(" "))
                        .map(one -> new Entered(one[1], OffsetDateTime.parse(one[0])))
                        .toList(),
                List.of(),
                BERLIN);
    }
}
