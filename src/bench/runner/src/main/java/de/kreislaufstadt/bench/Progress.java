package de.kreislaufstadt.bench;

import java.util.Locale;

/** What the run is at, with the minutes since it began: half an hour without a word looks like a standstill. */
final class Progress {

    private static final long BEGUN = System.nanoTime();

    private Progress() {}

    static void tell(String what) {
        System.out.printf(Locale.ROOT, "%6.1f min  %s%n", (System.nanoTime() - BEGUN) / 60e9, what);
    }
}
