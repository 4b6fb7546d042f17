package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Records of measures that were rejected, cancelled or merged: they are offered to the archive without a step of a process,
 * and what belongs to them stays until the archive has answered.
 */
public interface EndedRecords {

    /**
     * Offers what has ended and was not offered yet. Several nodes may do so at once.
     *
     * @param today day of the offer
     * @return number of records offered now
     */
    int offer(String municipality, LocalDate today);

    /** @return those that wait for an answer, the longest waiting first */
    List<Waiting> waiting(String municipality);

    /**
     * Notes what the archive has answered; it cannot be changed afterwards, as in the process.
     *
     * @param by id of who notes it
     * @return whether the record was waiting for an answer
     */
    boolean answer(String municipality, UUID measure, Answer answer, String by);

    /** What an archive can answer. */
    enum Verdict {
        TAKEN,
        PARTLY_TAKEN,
        DECLINED
    }

    /**
     * @param endedOn day on which the measure ended
     * @param offeredOn day since which the record is offered
     */
    record Waiting(UUID measure, String number, String title, String state, LocalDate endedOn, LocalDate offeredOn) {}

    /**
     * @param reference the archive's mark, at most 120 characters; null if it declined
     * @param note at most 2,000 characters; null for none
     */
    record Answer(Verdict verdict, LocalDate answeredOn, String reference, String note) {}
}
