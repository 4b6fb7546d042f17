package de.kreislaufstadt.workshop.letter;

import de.kreislaufstadt.notification.Letter;
import de.kreislaufstadt.workshop.letter.LetterScenes.Scene;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import de.kreislaufstadt.workshop.record.WorkshopState;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What goes to those who came, after the workshop. */
final class AfterwardsLetter {

    private AfterwardsLetter() {}

    private static Letter afterwards(LetterScenes scenes, Scene scene, String key, LocalDate until, URI link) {
        return scenes.letter(
                scene,
                key,
                null,
                words -> new LetterScenes.Body(
                        List.of(words.of(
                                key + ".intro",
                                words.day(scene.workshop().date()),
                                until == null ? "" : words.day(until))),
                        List.of(),
                        new Letter.Link(words.of("link." + key), link),
                        List.of(words.of("note." + key))));
    }

    /** The minutes can be read and objected to. The cause begins with the last day to object. */
    @Component
    static class Minutes extends WorkshopLetter {

        private final InvitationLinks links;
        private final WorkshopSettings settings;

        Minutes(LetterScenes scenes, InvitationLinks links, WorkshopSettings settings) {
            super(LetterKind.MINUTES, scenes);
            this.links = links;
            this.settings = settings;
        }

        static String cause(LocalDate until, String task) {
            return until + " " + task;
        }

        private static LocalDate until(String cause) {
            return LocalDate.parse(cause.split(" ")[0]);
        }

        /** Who may not object any more gets no letter that asks for objections. */
        @Override
        boolean hasAPoint(Scene scene, String cause) {
            return scene.workshop().state() == WorkshopState.HELD
                    && !scenes().today().isAfter(until(cause));
        }

        @Override
        Letter written(Scene scene, String cause) {
            LocalDate until = until(cause);
            URI link = links.objection(
                    scene.municipality(),
                    scene.workshop().id(),
                    scene.addressee().id(),
                    until.plus(settings.retention(scene.municipality())));
            return afterwards(scenes(), scene, "minutes", until, link);
        }
    }

    /** How it was. Nothing in it tells one recipient from the other. */
    @Component
    static class Evaluation extends WorkshopLetter {

        private static final Set<WorkshopState> OPEN = EnumSet.of(WorkshopState.HELD, WorkshopState.RELEASED);

        private final InvitationLinks links;

        Evaluation(LetterScenes scenes, InvitationLinks links) {
            super(LetterKind.EVALUATION, scenes);
            this.links = links;
        }

        @Override
        boolean hasAPoint(Scene scene, String cause) {
            return OPEN.contains(scene.workshop().state());
        }

        @Override
        Letter written(Scene scene, String cause) {
            return afterwards(
                    scenes(),
                    scene,
                    "evaluation",
                    null,
                    links.evaluation(scene.municipality(), scene.workshop().id()));
        }
    }
}
