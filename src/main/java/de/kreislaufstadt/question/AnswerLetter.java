package de.kreislaufstadt.question;

import de.kreislaufstadt.department.Mailboxes;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.notification.Letter;
import de.kreislaufstadt.notification.LetterSource;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.question.QuestionTable.Question;
import de.kreislaufstadt.question.QuestionTable.State;
import de.kreislaufstadt.released.ReleasedMeasures;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The answer by mail. In the language of the city alone: question and answer are what people have written, and saying them twice
 * would not translate them.
 */
@Component
class AnswerLetter implements LetterSource {

    static final String KIND = "question-answer";

    /** One answer for one question. */
    static final String CAUSE = "answered";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final Texts texts = Texts.of("question");
    private final QuestionTable table;
    private final Measures measures;
    private final ReleasedMeasures released;
    private final DepartmentDirectory departments;
    private final Mailboxes mailboxes;
    private final String base;
    private final Clock clock;

    AnswerLetter(
            QuestionTable table,
            Measures measures,
            ReleasedMeasures released,
            DepartmentDirectory departments,
            Mailboxes mailboxes,
            @Value("${kreislaufstadt.base-url:}") String base,
            Clock clock) {
        this.table = table;
        this.measures = measures;
        this.released = released;
        this.departments = departments;
        this.mailboxes = mailboxes;
        this.base = base.strip().replaceFirst("/+$", "");
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Nothing goes to an address that is gone, or to whoever has had their data restricted. */
    @Override
    public Optional<Letter> letter(String municipality, UUID subject, String cause) {
        return table.find(municipality, subject)
                .filter(question -> question.state() == State.ANSWERED && question.isMailed())
                .map(question -> letter(municipality, question));
    }

    @Override
    public Set<UUID> known(String municipality, Set<UUID> subjects) {
        return table.known(municipality, subjects);
    }

    private Letter letter(String municipality, Question question) {
        Measure measure = measures.find(municipality, question.measure());
        String lead = departments.currentOf(municipality, measure.lead());
        String mailbox = mailboxes.mailboxOf(municipality, lead).orElse(null);
        Letter.Part part = new Letter.Part(
                Locale.GERMAN,
                words("heading", measure.title()),
                List.of(
                        words("salutation"),
                        words("intro", day(question), measure.number(), measure.title()),
                        question.answer()),
                Stream.of(
                                Optional.of(fact("question", question.text())),
                                Optional.of(fact("department", departments.nameOf(municipality, lead))),
                                Optional.ofNullable(mailbox).map(address -> fact("mailbox", address)))
                        .flatMap(Optional::stream)
                        .toList(),
                page(municipality, measure).map(page -> new Letter.Link(words("page"), page)).stream()
                        .toList(),
                List.of(words("privacy", DAY.format(question.mailUntil()), DAY.format(question.deleteOn()))));
        return new Letter(question.mail(), mailbox, words("subject", measure.number()), List.of(part), null);
    }

    private String day(Question question) {
        return DAY.format(LocalDate.ofInstant(question.askedAt(), clock.getZone()));
    }

    /** A measure that has been taken off its page since has none. */
    private Optional<URI> page(String municipality, Measure measure) {
        return base.isEmpty()
                ? Optional.empty()
                : released.numbered(municipality, measure.number())
                        .map(entry -> URI.create(base + "/" + municipality + "/massnahmen/" + entry.slug()));
    }

    private Letter.Fact fact(String key, String value) {
        return new Letter.Fact(words(key), value);
    }

    private String words(String key, Object... values) {
        return texts.german("question.letter." + key, values);
    }
}
