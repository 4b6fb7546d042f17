package de.kreislaufstadt.opendata;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.released.ReleasedMeasures.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** More measures than anybody would keep in memory: each is there only while it is read. */
final class ManyReleased {

    private static final Instant RELEASED = Instant.parse("2026-01-02T03:04:05Z");

    private final int measures;
    private final IntSupplier written;
    private int inTheMiddle;

    /** @param written how many bytes have been written so far */
    ManyReleased(int measures, IntSupplier written) {
        this.measures = measures;
        this.written = written;
    }

    /** Releases so many measures that say little. */
    static void release(Shared shared, int measures) {
        for (int i = 1; i <= measures; i++) {
            shared.release(UUID.randomUUID(), numbered(i));
        }
    }

    ReleasedMeasures reading() {
        ReleasedMeasures released = mock(ReleasedMeasures.class);
        when(released.list(anyString(), any())).thenReturn(new Listing(List.of(), measures));
        when(released.changedAt(anyString())).thenReturn(Optional.of(RELEASED));
        doAnswer(call -> {
                    Consumer<Entry> reader = call.getArgument(1);
                    for (int i = 1; i <= measures; i++) {
                        reader.accept(new Entry("slug-" + i, 1, RELEASED, RELEASED, numbered(i), Shared.WORKSHOPS));
                        if (i == measures / 2) {
                            inTheMiddle = written.getAsInt();
                        }
                    }
                    return null;
                })
                .when(released)
                .each(anyString(), any());
        return released;
    }

    /** @return bytes written when half of the measures had been read */
    int writtenInTheMiddle() {
        return inTheMiddle;
    }

    private static ReleasedMeasure numbered(int number) {
        return ReleasedExamples.with(ReleasedExamples.bare(), "number", "XX-" + number);
    }
}
