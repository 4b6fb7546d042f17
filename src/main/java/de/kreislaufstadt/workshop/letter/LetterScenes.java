package de.kreislaufstadt.workshop.letter;

import de.kreislaufstadt.department.Mailboxes;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.notification.CalendarEvent;
import de.kreislaufstadt.notification.CalendarEvent.Participation;
import de.kreislaufstadt.notification.Letter;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.workshop.record.Addressee;
import de.kreislaufstadt.workshop.record.AddresseeTable;
import de.kreislaufstadt.workshop.record.AnnouncementTable;
import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What all letters of a workshop need when they are sent: who writes to whom about what, and in which words. */
@Component
class LetterScenes {

    /** The city's language first; those who are invited may read the other one only. */
    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private final WorkshopTable workshops;
    private final AddresseeTable addressees;
    private final AnnouncementTable announcements;
    private final Measures measures;
    private final DepartmentDirectory departments;
    private final Mailboxes mailboxes;
    private final List<LetterWords> words;
    private final Clock clock;

    LetterScenes(
            WorkshopTable workshops,
            AddresseeTable addressees,
            AnnouncementTable announcements,
            Measures measures,
            DepartmentDirectory departments,
            Mailboxes mailboxes,
            MessageSource messages,
            Clock clock) {
        this.workshops = workshops;
        this.addressees = addressees;
        this.announcements = announcements;
        this.measures = measures;
        this.departments = departments;
        this.mailboxes = mailboxes;
        this.words = LANGUAGES.stream()
                .map(language -> new LetterWords(messages, language))
                .toList();
        this.clock = clock;
    }

    /**
     * A letter that is about to be written.
     *
     * @param sender name of the lead department as it is called today
     * @param mailbox address of its mailbox, null if it has none
     */
    record Scene(String municipality, Workshop workshop, Addressee addressee, String sender, String mailbox) {}

    /** @return empty if nobody is invited there any more, or there is no address */
    Optional<Scene> invited(String municipality, UUID invitation) {
        return addressees.invited(municipality, invitation).map(addressee -> scene(municipality, addressee));
    }

    /** @return empty if the address has been deleted */
    Optional<Scene> withdrawn(String municipality, UUID withdrawal) {
        return addressees.withdrawn(municipality, withdrawal).map(addressee -> scene(municipality, addressee));
    }

    private Scene scene(String municipality, Addressee addressee) {
        Workshop workshop = workshops.find(municipality, addressee.workshop());
        String lead = departments.currentOf(
                municipality, measures.find(municipality, workshop.measureId()).lead());
        return new Scene(
                municipality,
                workshop,
                addressee,
                departments.nameOf(municipality, lead),
                mailboxes.mailboxOf(municipality, lead).orElse(null));
    }

    Set<UUID> known(String municipality, Set<UUID> subjects) {
        return addressees.known(municipality, subjects);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @return whether it is too late for whatever concerns coming; nobody needs a letter about a day that has passed */
    boolean isPast(Workshop workshop) {
        return workshop.date().isBefore(today());
    }

    boolean isRegistrationOpen(Workshop workshop) {
        return !today().isAfter(workshop.registrationUntil());
    }

    /** @return number of the latest change of the date; 0 before it was announced */
    AnnouncementTable.Announcement announced(Scene scene) {
        return announcements
                .find(scene.municipality(), scene.workshop().id())
                .orElse(new AnnouncementTable.Announcement(0, 0));
    }

    /**
     * What a letter says in one language, after its title and the salutation.
     *
     * @param link what the recipient can do, null if nothing
     * @param notes what is small print in the end
     */
    record Body(List<String> paragraphs, List<Letter.Fact> facts, Letter.Link link, List<String> notes) {}

    /**
     * A letter in all languages.
     *
     * @param key beginning of the keys of the subject, which names title and day, and of the title
     * @param calendar null if none
     */
    Letter letter(Scene scene, String key, CalendarEvent calendar, Function<LetterWords, Body> body) {
        Workshop workshop = scene.workshop();
        LetterWords first = words.get(0);
        return new Letter(
                scene.addressee().email(),
                scene.mailbox(),
                first.of(key + ".subject", workshop.title(), first.shortDay(workshop.date())),
                words.stream()
                        .map(language -> part(language, key, workshop, body.apply(language)))
                        .toList(),
                calendar);
    }

    private static Letter.Part part(LetterWords words, String key, Workshop workshop, Body body) {
        return new Letter.Part(
                words.language(),
                words.of(key + ".heading", workshop.title()),
                Stream.concat(Stream.of(words.of("salutation")), body.paragraphs().stream())
                        .toList(),
                body.facts(),
                Stream.ofNullable(body.link()).toList(),
                body.notes());
    }

    /** @param link page about the date, null if none */
    CalendarEvent calendar(Scene scene, CalendarEvent.Method method, URI link, Function<LetterWords, String> text) {
        Workshop workshop = scene.workshop();
        return new CalendarEvent(
                method,
                workshop.id() + "@" + scene.municipality() + ".kreislaufstadt",
                announced(scene).sequence(),
                workshop.date().atTime(workshop.begin()),
                workshop.date().atTime(workshop.end()),
                workshop.title(),
                Optional.ofNullable(workshop.place()).orElse(workshop.link()),
                String.join("\n\n", words.stream().map(text).toList()),
                link,
                scene.sender(),
                scene.addressee().name(),
                participation(scene.addressee().answer()));
    }

    private static Participation participation(Answer answer) {
        return switch (answer == null ? Answer.OPEN : answer) {
            case OPEN -> Participation.NEEDS_ACTION;
            case ACCEPTED, SUBSTITUTE -> Participation.ACCEPTED;
            case DECLINED -> Participation.DECLINED;
            case WAITING_LIST -> Participation.TENTATIVE;
        };
    }
}
