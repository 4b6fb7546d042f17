package de.kreislaufstadt.workshop.letter;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.notification.LetterStatus;
import de.kreislaufstadt.notification.Letters;
import de.kreislaufstadt.workshop.record.Invitation;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the clerk what has become of the invitations by mail, and who has to be invited by post. */
@Component
public class LetterReport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final Letters letters;
    private final Texts texts = Texts.of("letter");
    private final Clock clock;

    LetterReport(Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /** @return for each invitation what its person has received; invitations that no letter was written for are left out */
    public Map<UUID, String> of(String municipality, List<Invitation> invitations) {
        Map<UUID, String> report = new HashMap<>();
        // The oldest comes first, so what is left is the latest.
        letters.about(municipality, invitations.stream().map(Invitation::id).toList()).stream()
                .filter(DateLetter::is)
                .forEach(letter -> report.put(letter.subject(), text(letter)));
        invitations.stream()
                .filter(seat -> seat.email() == null)
                .forEach(seat -> report.put(seat.id(), texts.get("letter.report.post")));
        return report;
    }

    private String text(LetterStatus letter) {
        return switch (letter.state()) {
            case SENT -> texts.get("letter.report.sent", day(letter.since()));
            case WAITING, SENDING -> texts.get("letter.report.waiting");
            case FAILED -> texts.get("letter.report.failed", letter.reason());
            case UNCERTAIN -> texts.get("letter.report.uncertain", day(letter.since()));
            case DROPPED -> texts.get("letter.report.dropped");
        };
    }

    private String day(Instant moment) {
        return DAY.format(moment.atZone(clock.getZone()));
    }
}
