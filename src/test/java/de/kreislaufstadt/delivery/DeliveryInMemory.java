package de.kreislaufstadt.delivery;

import de.kreislaufstadt.released.ReleasedMeasures;
import java.time.Clock;
import org.springframework.transaction.support.TransactionOperations;

/** The delivery without a database, for plain tests of what it delivers. */
public final class DeliveryInMemory {

    private static final long ROOM = 10_000_000;

    private DeliveryInMemory() {}

    public static Delivery of(ReleasedMeasures released, Clock clock) {
        return new KeptAnswers(released::stamps, TransactionOperations.withoutTransaction(), clock, ROOM);
    }
}
