package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.desk.PassageTable.Comment;
import de.kreislaufstadt.association.desk.PassageTable.Count;
import de.kreislaufstadt.association.desk.PassageTable.Passage;
import de.kreislaufstadt.association.round.ComponentRound;
import de.kreislaufstadt.association.round.RoundState;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import de.kreislaufstadt.released.FieldChange.Piece;
import de.kreislaufstadt.released.TextDiff;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A round's comments beside the passages they are about: one passage at a time, so that a thousand stay readable. */
@Component
class Consolidation {

    /** What addresses call the comments on the whole, which no passage is called. */
    static final String WHOLE = "_";

    /** So many comments are shown at once. */
    static final int PAGE = 50;

    private static final String NOBODY = "";

    private final Texts texts = Texts.of("association");
    private final Readers readers;
    private final RoundFinder finder;
    private final PassageTable table;
    private final OpenTasks tasks;

    Consolidation(Readers readers, RoundFinder finder, PassageTable table, OpenTasks tasks) {
        this.readers = readers;
        this.finder = finder;
        this.table = table;
        this.tasks = tasks;
    }

    /** A passage in the list of all: how much of it is done. */
    record Entry(String anchor, String heading, int comments, int unanswered, boolean changed) {}

    /**
     * All passages of a round.
     *
     * @param mayEdit whether the reader may answer now
     * @param task the engine's id of the step that ends the work; null where it does not wait
     */
    record Overview(
            ModelComponent component,
            int number,
            RoundState state,
            boolean mayEdit,
            String returnReason,
            String task,
            int comments,
            int unanswered,
            List<Entry> passages) {}

    /** A comment with its answer, in the words of its reader. */
    record Shown(
            UUID id,
            String city,
            int position,
            String kind,
            String kindLabel,
            String text,
            String proposal,
            String answer,
            String answerLabel,
            String answerText,
            OffsetDateTime seen) {

        /** @return the comment as it was made, whatever was written to it since */
        Shown withoutAnswer() {
            return new Shown(id, city, position, kind, kindLabel, text, proposal, null, null, null, null);
        }
    }

    /**
     * A passage with its comments.
     *
     * @param draft what was put to the members; null for the whole
     * @param text as it stands now; null for the whole
     * @param seen to be sent back with a change of the text
     * @param comments from the one asked for on, at most {@value #PAGE}
     * @param count of all that fit the question
     */
    record Page(
            String anchor,
            String heading,
            String draft,
            String text,
            OffsetDateTime seen,
            List<Piece> difference,
            List<Shown> comments,
            int from,
            int count) {}

    @Transactional(readOnly = true)
    Overview overview(String component, String number) {
        Reader reader = readers.ofOffice();
        ComponentRound round = finder.find(reader, component, number);
        Map<String, Count> counts = counts(reader, round);
        List<Entry> entries = new ArrayList<>();
        table.passages(reader.office(), round.id()).forEach(passage -> {
            Count count = counts.getOrDefault(passage.anchor(), new Count(null, 0, 0));
            entries.add(new Entry(
                    passage.anchor(),
                    passage.heading(),
                    count.comments(),
                    count.unanswered(),
                    passage.consolidated() != null));
        });
        Count whole = counts.getOrDefault(NOBODY, new Count(null, 0, 0));
        entries.add(new Entry(WHOLE, texts.get("association.desk.whole"), whole.comments(), whole.unanswered(), false));
        boolean open = round.state() == RoundState.CONSOLIDATING;
        return new Overview(
                round.component(),
                round.number(),
                round.state(),
                reader.moderation() && open,
                open ? round.returnReason() : null,
                open ? task(round) : null,
                entries.stream().mapToInt(Entry::comments).sum(),
                entries.stream().mapToInt(Entry::unanswered).sum(),
                List.copyOf(entries));
    }

    /**
     * @param onlyOpen whether only comments without answer are asked for
     * @param from so many comments before it are left out, 0 or more
     * @throws NoSuchComponent if the round has no such passage
     */
    @Transactional(readOnly = true)
    Page passage(String component, String number, String anchor, boolean onlyOpen, int from) {
        Reader reader = readers.ofOffice();
        ComponentRound round = finder.find(reader, component, number);
        boolean whole = WHOLE.equals(anchor);
        Passage passage = whole
                ? null
                : table.passage(reader.office(), round.id(), anchor).orElseThrow(NoSuchComponent::new);
        Count count = counts(reader, round).getOrDefault(whole ? NOBODY : anchor, new Count(null, 0, 0));
        List<Shown> comments = table
                .comments(reader.office(), round.id(), whole ? null : anchor, onlyOpen, Math.max(0, from), PAGE)
                .stream()
                .map(this::shown)
                .toList();
        return new Page(
                anchor,
                whole ? texts.get("association.desk.whole") : passage.heading(),
                whole ? null : passage.draft(),
                whole ? null : passage.text(),
                whole ? null : passage.seen(),
                whole ? List.of() : TextDiff.between(passage.draft(), passage.text()),
                comments,
                Math.max(0, from),
                onlyOpen ? count.unanswered() : count.comments());
    }

    /**
     * Compares what somebody is writing with the draft; nothing is kept.
     *
     * @param text null for none
     */
    @Transactional(readOnly = true)
    List<Piece> difference(String component, String number, String anchor, String text) {
        Reader reader = readers.ofOffice();
        ComponentRound round = finder.find(reader, component, number);
        Passage passage = table.passage(reader.office(), round.id(), anchor).orElseThrow(NoSuchComponent::new);
        AnswerDesk.requireReadable(text);
        return TextDiff.between(passage.draft(), AnswerDesk.normal(text));
    }

    /** @return the comment in the words of its reader */
    Shown shown(Comment comment) {
        return new Shown(
                comment.id(),
                comment.city(),
                comment.position(),
                comment.kind(),
                texts.get("association.desk.kind." + comment.kind()),
                comment.text(),
                comment.proposal(),
                comment.answer(),
                comment.answer() == null ? null : texts.get("association.desk.answer." + comment.answer()),
                comment.answerText(),
                comment.answeredAt());
    }

    private Map<String, Count> counts(Reader reader, ComponentRound round) {
        return table.counts(reader.office(), round.id()).stream()
                .collect(Collectors.toMap(
                        count -> Objects.requireNonNullElse(count.anchor(), NOBODY), Function.identity()));
    }

    private String task(ComponentRound round) {
        if (round.instance() == null) {
            return null;
        }
        OpenTask open = tasks.ofInstances(List.of(round.instance())).get(round.instance());
        return open == null ? null : open.id();
    }
}
