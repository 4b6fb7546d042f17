package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.Association;
import de.kreislaufstadt.association.Association.Office;
import de.kreislaufstadt.association.PublishedComponents.PublishedComponent.Section;
import de.kreislaufstadt.association.round.RequestTable.Request;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A member says what it remarks on a draft, or that it has nothing to remark. */
@Component
class CommentComponent implements TaskHandler<CommentComponent.Form> {

    static final String TASK = "comment-component";

    /** Passage of a comment on the whole; no anchor of a section has capitals. */
    private static final String WHOLE = "WHOLE";

    private final Texts texts = Texts.of("association");
    private final Association association;
    private final RoundTable rounds;
    private final SectionTable sections;
    private final RequestTable requests;
    private final CommentTable comments;
    private final RoundCourse course;
    private final Clock clock;

    CommentComponent(
            Association association,
            RoundTable rounds,
            SectionTable sections,
            RequestTable requests,
            CommentTable comments,
            RoundCourse course,
            Clock clock) {
        this.association = association;
        this.rounds = rounds;
        this.sections = sections;
        this.requests = requests;
        this.comments = comments;
        this.course = course;
        this.clock = clock;
    }

    /**
     * Data of the form {@code comment-component}.
     *
     * @param nothing whether the member says explicitly that it has nothing to remark; null for no
     */
    record Form(List<Entry> comments, Boolean nothing) {

        Form {
            comments = comments == null ? List.of() : List.copyOf(comments);
        }
    }

    /**
     * A comment as it is typed.
     *
     * @param passage anchor of a section, or {@code WHOLE}
     * @param proposal null for none
     */
    record Entry(String passage, CommentTable.Kind kind, String text, String proposal) {

        CommentTable.Comment comment() {
            return new CommentTable.Comment(WHOLE.equals(passage) ? null : passage, kind, text, proposal);
        }
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        String office = office();
        ComponentRound round = round(office, task);
        return Map.of(
                "component",
                texts.get("association.round.of", round.component().label(), round.number()),
                "until",
                ReadersLanguage.day(round.commentsUntil()),
                "changes",
                Markdown.escape(round.changeSummary()),
                "draft",
                DraftText.of(sections.drafted(office, round.id())));
    }

    @Override
    public Map<String, List<Option>> options(TaskContext task) {
        String office = office();
        List<Section> drafted = sections.drafted(office, round(office, task).id());
        return Map.of(
                "passages",
                Stream.concat(
                                Stream.of(new Option(WHOLE, texts.get("association.round.whole"))),
                                drafted.stream().map(section -> new Option(section.anchor(), section.heading())))
                        .toList());
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        String office = office();
        // The round is held first: whoever closes it or answers last at this moment has to wait.
        ComponentRound round =
                rounds.lock(office, request(office, task.measureId()).round());
        Request request = request(office, task.measureId());
        if (!isAsked(round, request)) {
            throw FormRefused.at("", "association.round.comment.closed", ReadersLanguage.day(round.commentsUntil()));
        }
        boolean nothing = Boolean.TRUE.equals(form.nothing());
        new Problems()
                .check(nothing || !form.comments().isEmpty(), "comments", "association.round.comment.neither")
                .check(!nothing || form.comments().isEmpty(), "nothing", "association.round.comment.both")
                .throwIfAny();
        if (!nothing) {
            comments.add(
                    office,
                    round.id(),
                    request.id(),
                    form.comments().stream().map(Entry::comment).toList());
        }
        requests.answered(
                office,
                request.id(),
                nothing ? RequestState.NO_COMMENT : RequestState.ANSWERED,
                task.actor(),
                task.deputyFor());
        course.closeIfEnough(office, round);
        return Outcome.none();
    }

    /** The morning after the last day may come before the task is taken back. */
    private boolean isAsked(ComponentRound round, Request request) {
        return round.state().takesComments()
                && request.state() == RequestState.OPEN
                && !LocalDate.now(clock).isAfter(round.commentsUntil());
    }

    private String office() {
        return association
                .office()
                .map(Office::municipality)
                .orElseThrow(() -> new IllegalStateException("No association"));
    }

    private ComponentRound round(String office, TaskContext task) {
        return rounds.of(office, request(office, task.measureId()).round());
    }

    private Request request(String office, UUID id) {
        return requests.find(office, id).orElseThrow(() -> new IllegalStateException("No request " + id));
    }
}
