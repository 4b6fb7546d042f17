package de.kreislaufstadt.monitoring.throughput;

import de.kreislaufstadt.department.Municipalities;
import java.util.function.IntSupplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what has ended, every minute and in portions: a page that asks in between reads the rest from the tasks themselves. */
@Component
class CountingOfTimes {

    private static final int PORTION = 5_000;

    private final CountedTimes times;
    private final Municipalities municipalities;

    CountingOfTimes(CountedTimes times, Municipalities municipalities) {
        this.times = times;
        this.municipalities = municipalities;
    }

    @Scheduled(cron = "${kreislaufstadt.monitoring.counting:20 * * * * *}")
    void count() {
        municipalities.all().forEach(this::count);
    }

    private void count(String municipality) {
        untilNothingIsLeft(() -> times.take(municipality, PORTION));
        untilNothingIsLeft(() -> times.takePhases(municipality, PORTION));
    }

    private static void untilNothingIsLeft(IntSupplier portion) {
        int counted;
        do {
            counted = portion.getAsInt();
        } while (counted == PORTION);
    }
}
