package de.kreislaufstadt.workshop.letter;

import de.kreislaufstadt.notification.Letter;
import de.kreislaufstadt.notification.LetterSource;
import de.kreislaufstadt.workshop.letter.LetterScenes.Scene;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A kind of letter of a workshop. */
abstract class WorkshopLetter implements LetterSource {

    private final LetterKind kind;
    private final LetterScenes scenes;

    WorkshopLetter(LetterKind kind, LetterScenes scenes) {
        this.kind = kind;
        this.scenes = scenes;
    }

    @Override
    public final String kind() {
        return kind.key();
    }

    @Override
    public final Optional<Letter> letter(String municipality, UUID subject, String cause) {
        return scene(municipality, subject)
                .filter(scene -> hasAPoint(scene, cause))
                .map(scene -> written(scene, cause));
    }

    @Override
    public final Set<UUID> known(String municipality, Set<UUID> subjects) {
        return scenes.known(municipality, subjects);
    }

    final LetterScenes scenes() {
        return scenes;
    }

    /** @return empty if there is nobody to write to any more */
    Optional<Scene> scene(String municipality, UUID subject) {
        return scenes.invited(municipality, subject);
    }

    /** @return false if what the letter was written for does not matter any more, or a later letter says it */
    abstract boolean hasAPoint(Scene scene, String cause);

    abstract Letter written(Scene scene, String cause);
}
