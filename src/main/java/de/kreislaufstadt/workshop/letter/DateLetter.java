package de.kreislaufstadt.workshop.letter;

import de.kreislaufstadt.notification.CalendarEvent;
import de.kreislaufstadt.notification.Letter;
import de.kreislaufstadt.notification.LetterStatus;
import de.kreislaufstadt.notification.Letters;
import de.kreislaufstadt.workshop.letter.LetterScenes.Scene;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopState;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Invitation, or what has changed since. The cause is the edition of the date, followed by the task in which an address was
 * corrected.
 */
@Component
class DateLetter extends WorkshopLetter {

    private static final Set<WorkshopState> SETTLED =
            EnumSet.of(WorkshopState.CANCELLED, WorkshopState.HELD, WorkshopState.RELEASED, WorkshopState.EVALUATED);

    private final InvitationLinks links;
    private final Letters letters;

    DateLetter(LetterScenes scenes, InvitationLinks links, Letters letters) {
        super(LetterKind.DATE, scenes);
        this.links = links;
        this.letters = letters;
    }

    /** Of two letters that wait, the one with the later date says everything. */
    @Override
    boolean hasAPoint(Scene scene, String cause) {
        Workshop workshop = scene.workshop();
        return !SETTLED.contains(workshop.state())
                && !scenes().isPast(workshop)
                && edition(cause) >= scenes().announced(scene).edition();
    }

    @Override
    Letter written(Scene scene, String cause) {
        boolean update = isUpdate(scene, cause);
        Workshop workshop = scene.workshop();
        URI link = links.answer(
                scene.municipality(), workshop.id(), scene.addressee().id(), workshop.date());
        CalendarEvent calendar = scenes().calendar(
                        scene,
                        CalendarEvent.Method.REQUEST,
                        link,
                        words -> words.of(
                                "calendar.request", words.shortDay(workshop.registrationUntil()), link.toString()));
        String key = update ? "update" : "date";
        return scenes().letter(
                        scene,
                        key,
                        calendar,
                        words -> new LetterScenes.Body(
                                List.of(
                                        words.of(
                                                key + ".intro",
                                                scene.sender(),
                                                scene.addressee().organisation()),
                                        words.of("date.aim", workshop.aim()),
                                        reply(words, scene),
                                        words.of("calendar.attached")),
                                words.allFacts(workshop),
                                new Letter.Link(words.of("link.answer"), link),
                                List.of(words.of("note.link"), words.of("note.privacy", workshop.privacyNotice()))));
    }

    private String reply(LetterWords words, Scene scene) {
        Workshop workshop = scene.workshop();
        Answer answer = scene.addressee().answer();
        String until = words.day(workshop.registrationUntil());
        String closed = scenes().isRegistrationOpen(workshop) ? "" : ".closed";
        return answer == Answer.OPEN
                ? words.of("reply.open" + closed, until)
                : words.of("reply.known" + closed, words.of(answer), until);
    }

    /** Who has not been written to yet, or not at this address, is invited, however often the date has changed. */
    private boolean isUpdate(Scene scene, String cause) {
        return !cause.contains("-")
                && letters.about(scene.municipality(), List.of(scene.addressee().id())).stream()
                        .anyMatch(letter -> letter.kind().equals(kind()) && letter.mayHaveArrived());
    }

    private static int edition(String cause) {
        return Integer.parseInt(cause.split("-")[0]);
    }

    /** @return whether a letter is one that told somebody the date */
    static boolean is(LetterStatus letter) {
        return LetterKind.DATE.key().equals(letter.kind());
    }
}
