package de.kreislaufstadt.workshop.letter;

import de.kreislaufstadt.notification.CalendarEvent;
import de.kreislaufstadt.notification.Letter;
import de.kreislaufstadt.notification.LetterStatus;
import de.kreislaufstadt.notification.Letters;
import de.kreislaufstadt.workshop.letter.LetterScenes.Scene;
import de.kreislaufstadt.workshop.record.Workshop;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The workshop does not take place: told to whoever may have been invited by letter. */
@Component
class CancellationLetter extends WorkshopLetter {

    private final Letters letters;

    CancellationLetter(LetterScenes scenes, Letters letters) {
        super(LetterKind.CANCELLED, scenes);
        this.letters = letters;
    }

    @Override
    boolean hasAPoint(Scene scene, String cause) {
        return !scenes().isPast(scene.workshop())
                && letters.about(scene.municipality(), List.of(scene.addressee().id())).stream()
                        .filter(DateLetter::is)
                        .anyMatch(LetterStatus::mayHaveArrived);
    }

    @Override
    Letter written(Scene scene, String cause) {
        return calledOff(scenes(), scene, "cancelled");
    }

    /** @param key which of the texts */
    private static Letter calledOff(LetterScenes scenes, Scene scene, String key) {
        Workshop workshop = scene.workshop();
        CalendarEvent calendar = scenes.calendar(
                scene, CalendarEvent.Method.CANCEL, null, words -> words.of(key + ".intro", scene.sender()));
        return scenes.letter(
                scene,
                key,
                calendar,
                words -> new LetterScenes.Body(
                        List.of(words.of(key + ".intro", scene.sender()), words.of("calendar.removed")),
                        words.facts(workshop),
                        null,
                        List.of()));
    }

    /** Somebody is not invited any more, or at another address: told at the address that was written to. */
    @Component
    static class ToFormerAddress extends WorkshopLetter {

        ToFormerAddress(LetterScenes scenes) {
            super(LetterKind.WITHDRAWN, scenes);
        }

        @Override
        Optional<Scene> scene(String municipality, UUID subject) {
            return scenes().withdrawn(municipality, subject);
        }

        @Override
        boolean hasAPoint(Scene scene, String cause) {
            return !scenes().isPast(scene.workshop());
        }

        @Override
        Letter written(Scene scene, String cause) {
            return calledOff(scenes(), scene, "withdrawn");
        }
    }
}
