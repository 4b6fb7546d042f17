package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.desk.PassageTable.Comment;
import de.kreislaufstadt.association.desk.PassageTable.Passage;
import de.kreislaufstadt.association.round.ComponentRound;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers comments and writes the consolidated text, piece by piece. Several people work on a round at once: who sends something
 * says what they saw, and is told if it is not so any more.
 */
@Service
class AnswerDesk {

    static final int LONGEST_ANSWER = 4_000;
    static final int LONGEST_TEXT = 20_000;

    /** So many comments are answered with one sentence at most. */
    static final int MOST_AT_ONCE = 200;

    private static final String PROCESS = "association-model";

    private final Texts texts = Texts.of("association");
    private final Readers readers;
    private final RoundFinder finder;
    private final PassageTable table;
    private final Consolidation pages;
    private final ApplicationEventPublisher events;

    AnswerDesk(
            Readers readers,
            RoundFinder finder,
            PassageTable table,
            Consolidation pages,
            ApplicationEventPublisher events) {
        this.readers = readers;
        this.finder = finder;
        this.table = table;
        this.pages = pages;
        this.events = events;
    }

    /** What can be answered. */
    enum Kinds {
        ACCEPTED,
        PARTLY,
        DECLINED,
        NOTED
    }

    /**
     * An answer as somebody sends it.
     *
     * @param seen when the comment was answered before, as the reader saw it; null for not yet
     */
    record Wanted(String answer, String text, OffsetDateTime seen) {}

    /** One answer to several comments that nobody has answered yet. */
    record WantedForMany(List<UUID> comments, String answer, String text) {}

    /**
     * A text as somebody sends it.
     *
     * @param seen when the passage was changed last, as the reader saw it
     */
    record Writing(String text, OffsetDateTime seen) {}

    /**
     * Answers a comment, or changes the answer.
     *
     * @return the comment as it stands now
     * @throws NoSuchComponent if the round has no such comment
     * @throws DeskRefused if comments of the round are not being answered, or somebody else has answered meanwhile
     * @throws FormRefused if the answer is of no kind there is, or has no text, or a longer one
     */
    @Transactional
    Consolidation.Shown answer(String component, String number, String id, Wanted wanted) {
        Reader reader = readers.acting();
        UUID comment = uuid(id);
        ComponentRound found = finder.find(reader, component, number);
        Comment before = one(reader, found, comment);
        ComponentRound round = finder.consolidating(reader, component, number);
        check(wanted.answer(), wanted.text());
        if (!table.answer(
                reader,
                round.id(),
                comment,
                wanted.seen(),
                wanted.answer(),
                normal(wanted.text()).strip())) {
            throw answeredMeanwhile(one(reader, round, comment));
        }
        table.note(reader, round.id(), "ANSWERED");
        events.publishEvent(action(reader, round, Kind.COMPONENT_COMMENT_ANSWERED)
                .changing(Change.of("componentAnswer", before.answer(), wanted.answer())));
        return pages.shown(one(reader, round, comment));
    }

    /**
     * Gives several comments the same answer.
     *
     * @return how many were answered
     * @throws NoSuchComponent if one of them is not of the round
     * @throws DeskRefused if comments of the round are not being answered, or one of these was answered meanwhile
     * @throws FormRefused if none or too many are named, or as for a single answer
     */
    @Transactional
    int answerAll(String component, String number, WantedForMany wanted) {
        Reader reader = readers.acting();
        finder.find(reader, component, number);
        List<UUID> ids = wanted.comments() == null
                ? List.of()
                : wanted.comments().stream().distinct().toList();
        new Problems()
                .check(
                        !ids.isEmpty() && ids.size() <= MOST_AT_ONCE && !ids.contains(null),
                        "comments",
                        "association.desk.atOnce",
                        MOST_AT_ONCE)
                .throwIfAny();
        ComponentRound round = finder.consolidating(reader, component, number);
        if (table.comments(reader.office(), round.id(), ids).size() < ids.size()) {
            throw new NoSuchComponent();
        }
        check(wanted.answer(), wanted.text());
        for (UUID id : ids) {
            if (!table.answer(
                    reader,
                    round.id(),
                    id,
                    null,
                    wanted.answer(),
                    normal(wanted.text()).strip())) {
                throw answeredMeanwhile(one(reader, round, id));
            }
        }
        table.note(reader, round.id(), "ANSWERED");
        events.publishEvent(action(reader, round, Kind.COMPONENT_COMMENT_ANSWERED)
                .changing(
                        Change.of("componentAnswer", null, wanted.answer()),
                        Change.of("componentComments", null, ids.size())));
        return ids.size();
    }

    /**
     * Writes the consolidated text of a passage; one that says what the draft says leaves the draft as it is.
     *
     * @throws NoSuchComponent if the round has no such passage
     * @throws DeskRefused if the round is not being consolidated, or somebody else has changed the passage meanwhile
     * @throws FormRefused if there is no text, or a longer one than fits
     */
    @Transactional
    void write(String component, String number, String anchor, Writing wanted) {
        Reader reader = readers.acting();
        ComponentRound found = finder.find(reader, component, number);
        table.passage(reader.office(), found.id(), anchor).orElseThrow(NoSuchComponent::new);
        ComponentRound round = finder.consolidating(reader, component, number);
        requireReadable(wanted.text());
        String text = normal(wanted.text()).strip();
        new Problems()
                .check(
                        !text.isEmpty() && text.length() <= LONGEST_TEXT,
                        "text",
                        "association.desk.text.length",
                        LONGEST_TEXT)
                .check(wanted.seen() != null, "seen", "association.desk.seen")
                .throwIfAny();
        Passage before = table.passage(reader.office(), round.id(), anchor).orElseThrow(NoSuchComponent::new);
        boolean asDrafted = text.equals(normal(before.draft()).strip());
        if (!table.write(reader, before.id(), wanted.seen(), asDrafted ? null : text)) {
            throw new DeskRefused("association.desk.text.meanwhile", before.heading());
        }
        table.note(reader, round.id(), "TEXT_CHANGED");
        events.publishEvent(action(reader, round, Kind.COMPONENT_TEXT_CHANGED)
                .changing(Change.of("componentText", before.text(), text)));
    }

    /** @return the text with the ends of lines that the record has; empty for null */
    static String normal(String text) {
        return text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** @throws FormRefused if the text holds what cannot be stored, or is far beyond what fits */
    static void requireReadable(String text) {
        new Problems()
                .check(
                        text == null || text.indexOf('\0') < 0 && text.length() <= 2 * LONGEST_TEXT,
                        "text",
                        "association.desk.text.length",
                        LONGEST_TEXT)
                .throwIfAny();
    }

    private static void check(String answer, String text) {
        String said = normal(text).strip();
        new Problems()
                .check(
                        Arrays.stream(Kinds.values())
                                .anyMatch(kind -> kind.name().equals(answer)),
                        "answer",
                        "association.desk.answer.unknown")
                .check(
                        !said.isEmpty() && said.length() <= LONGEST_ANSWER && said.indexOf('\0') < 0,
                        "text",
                        "association.desk.answer.length",
                        LONGEST_ANSWER)
                .throwIfAny();
    }

    private DeskRefused answeredMeanwhile(Comment now) {
        return now.answer() == null
                ? new DeskRefused("association.desk.answer.meanwhile", now.city())
                : new DeskRefused(
                        "association.desk.answer.already",
                        now.city(),
                        texts.get("association.desk.answer." + now.answer()));
    }

    private Comment one(Reader reader, ComponentRound round, UUID comment) {
        return table.comments(reader.office(), round.id(), Set.of(comment)).stream()
                .findFirst()
                .orElseThrow(NoSuchComponent::new);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NoSuchComponent();
        }
    }

    private static BusinessAction action(Reader reader, ComponentRound round, Kind kind) {
        return BusinessAction.of(
                        reader.office(), null, kind, new Subject(PROCESS, null, null, round.key()), reader.user())
                .as(reader.group())
                .inPlaceOf(reader.deputyFor());
    }
}
