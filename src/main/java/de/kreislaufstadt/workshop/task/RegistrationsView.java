package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.workshop.letter.LetterReport;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.Workshop;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the clerk reads above the registrations, and what each row shows beside what can be typed. */
@Component
class RegistrationsView {

    private final InvitationLinks links;
    private final LetterReport letters;
    private final WorkshopTexts texts;

    RegistrationsView(InvitationLinks links, LetterReport letters, WorkshopTexts texts) {
        this.links = links;
        this.letters = letters;
        this.texts = texts;
    }

    /** Adds how many have answered what, and who asked for assistance. */
    TextBlocks withAnswers(TextBlocks text, List<Invitation> all) {
        text.labelled(
                texts.of("answers"),
                texts.of(
                        "answers.count",
                        count(all, Answer.ACCEPTED) + count(all, Answer.SUBSTITUTE),
                        count(all, Answer.WAITING_LIST),
                        count(all, Answer.DECLINED),
                        count(all, Answer.OPEN),
                        all.stream().filter(seat -> seat.answeredAt() != null).count()));
        List<Invitation> assisted = all.stream().filter(Invitation::assistance).toList();
        if (!assisted.isEmpty()) {
            text.heading(texts.of("assistance"));
            assisted.forEach(seat -> text.item(texts.of("assistance.who", seat.number()), who(seat)));
        }
        return text;
    }

    private static String who(Invitation seat) {
        return seat.contact() == null ? seat.organisation() : seat.organisation() + ", " + seat.contact();
    }

    List<Prefill> rows(String municipality, Workshop workshop, List<Invitation> all) {
        Map<UUID, String> mails = letters.of(municipality, all);
        return all.stream()
                .map(seat -> row(municipality, workshop, seat).with("mail", mails.get(seat.id())))
                .toList();
    }

    private Prefill row(String municipality, Workshop workshop, Invitation seat) {
        return Prefill.of(seat)
                .with("answer", seat.answer())
                .with("substitute", seat.substitute())
                .with("knownAnswer", seat.answer())
                .with("online", RegistrationRow.online(seat))
                .with("assistance", seat.assistance() ? true : null)
                .with(
                        "link",
                        links.answer(municipality, workshop.id(), seat.id(), workshop.date())
                                .toString());
    }

    private static long count(List<Invitation> all, Answer answer) {
        return all.stream().filter(seat -> seat.answer() == answer).count();
    }
}
