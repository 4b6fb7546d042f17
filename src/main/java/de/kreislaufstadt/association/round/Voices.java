package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.round.RequestTable.Counts;
import de.kreislaufstadt.form.Texts;

/** How many members have said something, in words. */
final class Voices {

    private Voices() {}

    static String of(Texts texts, Counts counts, int comments) {
        return texts.get("association.round.voices", counts.answered(), counts.reachable(), comments);
    }
}
