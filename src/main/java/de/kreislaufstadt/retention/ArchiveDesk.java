package de.kreislaufstadt.retention;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.EndedRecords;
import de.kreislaufstadt.measure.EndedRecords.Answer;
import de.kreislaufstadt.measure.EndedRecords.Verdict;
import de.kreislaufstadt.measure.EndedRecords.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Offers the records of measures that ended without a step for it to the archive, and takes its answer. Authorities have to
 * offer before they delete (the archive laws of the states; Art. 17 (3) (b) and (d) DSGVO).
 */
@Component
class ArchiveDesk {

    private static final int LONGEST_REFERENCE = 120;
    private static final int LONGEST_NOTE = 2000;

    private final EndedRecords records;
    private final Municipalities municipalities;
    private final Clock clock;

    ArchiveDesk(EndedRecords records, Municipalities municipalities, Clock clock) {
        this.records = records;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** An answer as it is entered. */
    record Entered(Verdict answer, LocalDate answeredOn, String reference, String note) {}

    /** Every night before anything is deleted, and once at the start. */
    @Scheduled(cron = "0 20 3 * * *", zone = "Europe/Berlin")
    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        LocalDate today = LocalDate.now(clock);
        municipalities.all().forEach(municipality -> records.offer(municipality, today));
    }

    /** @return what waits for an answer, the longest waiting first */
    List<Waiting> waiting(String municipality) {
        return records.waiting(municipality);
    }

    /** @throws Refused if the record waits for no answer */
    void answer(String municipality, UUID measure, Entered entered, String by) {
        Waiting waiting = waiting(municipality).stream()
                .filter(one -> one.measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> Refused.unknown("privacy.archive.gone"));
        String reference = blankToNull(entered.reference());
        String note = blankToNull(entered.note());
        boolean taken = entered.answer() != Verdict.DECLINED;
        new Problems()
                .check(entered.answer() != null, "answer", "privacy.archive.answer")
                .check(
                        entered.answeredOn() != null
                                && !entered.answeredOn().isBefore(waiting.offeredOn())
                                && !entered.answeredOn().isAfter(LocalDate.now(clock)),
                        "answeredOn",
                        "privacy.archive.dates")
                .check(
                        reference == null ? !taken : reference.length() <= LONGEST_REFERENCE,
                        "reference",
                        "privacy.archive.reference")
                .check(note == null || note.length() <= LONGEST_NOTE, "note", "privacy.archive.note")
                .throwIfAny();
        Answer answer = new Answer(entered.answer(), entered.answeredOn(), taken ? reference : null, note);
        if (!records.answer(municipality, measure, answer, by)) {
            throw Refused.unknown("privacy.archive.gone");
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
