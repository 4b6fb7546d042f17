package de.kreislaufstadt.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.ReleasedParts.Event;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever releases a version reads in words all that the public will read. */
class PublicWordsTest {

    @Test
    void aStepFromBeforeATakeOverIsCalledWhatThePublicPageCallsIt() {
        Event step = new Event(LocalDate.of(2023, 12, 15), "STEP_REVIEW_KNOWLEDGE", null, null, List.of());
        assertThat(new PublicWords().of(ReleasedExamples.with(ReleasedExamples.rich(), "events", List.of(step))))
                .filteredOn(line -> line.text().contains("15.12.2023"))
                .singleElement()
                .satisfies(line -> assertThat(line.text())
                        .contains("Schritt vor der Übernahme in dieses System: Die Klima-Stelle prüft"));
    }
}
