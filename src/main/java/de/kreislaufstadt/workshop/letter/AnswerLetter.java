package de.kreislaufstadt.workshop.letter;

import de.kreislaufstadt.notification.Letter;
import de.kreislaufstadt.workshop.letter.LetterScenes.Scene;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Short words about an answer: it was taken, or a place was free for who waited. */
abstract class AnswerLetter extends WorkshopLetter {

    private final String key;
    private final InvitationLinks links;

    AnswerLetter(LetterKind kind, String key, LetterScenes scenes, InvitationLinks links) {
        super(kind, scenes);
        this.key = key;
        this.links = links;
    }

    @Override
    boolean hasAPoint(Scene scene, String cause) {
        return scene.workshop().state() != WorkshopState.CANCELLED && !scenes().isPast(scene.workshop());
    }

    @Override
    Letter written(Scene scene, String cause) {
        Workshop workshop = scene.workshop();
        URI link = links.answer(
                scene.municipality(), workshop.id(), scene.addressee().id(), workshop.date());
        return scenes().letter(
                        scene,
                        key,
                        null,
                        words -> new LetterScenes.Body(
                                List.of(words.of(
                                        key + ".intro",
                                        words.of(scene.addressee().answer()),
                                        words.day(workshop.registrationUntil()))),
                                words.facts(workshop),
                                new Letter.Link(words.of("link.change"), link),
                                List.of(words.of("note.link"))));
    }

    /** An answer was taken. The cause is the moment it was given: the last one is confirmed, whichever letter says so. */
    @Component
    static class Confirmation extends AnswerLetter {

        Confirmation(LetterScenes scenes, InvitationLinks links) {
            super(LetterKind.ANSWER, "confirmed", scenes, links);
        }

        @Override
        boolean hasAPoint(Scene scene, String cause) {
            return super.hasAPoint(scene, cause)
                    && scene.addressee().answeredAt() != null
                    && isSame(scene.addressee().answeredAt().toInstant(), cause);
        }

        /** The database rounds what the clock says. */
        private static boolean isSame(Instant answeredAt, String cause) {
            return Math.abs(answeredAt.toEpochMilli() - Long.parseLong(cause)) <= 1;
        }

        static String cause(Instant answeredAt) {
            return String.valueOf(answeredAt.toEpochMilli());
        }
    }

    /** A place was free. */
    @Component
    static class MovedUp extends AnswerLetter {

        MovedUp(LetterScenes scenes, InvitationLinks links) {
            super(LetterKind.PLACE, "place", scenes, links);
        }

        @Override
        boolean hasAPoint(Scene scene, String cause) {
            return super.hasAPoint(scene, cause) && scene.addressee().answer().takesPlace();
        }
    }
}
