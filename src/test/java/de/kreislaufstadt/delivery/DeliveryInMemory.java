package de.kreislaufstadt.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** The delivery without a database, for plain tests of what it delivers. */
public final class DeliveryInMemory {

    private static final long ROOM = 10_000_000;

    private DeliveryInMemory() {}

    /** @param stamps as the tables have them */
    public static Delivery of(Supplier<Map<String, Long>> stamps, Clock clock) {
        return new KeptAnswers(stamps, TransactionOperations.withoutTransaction(), clock, ROOM);
    }
}
