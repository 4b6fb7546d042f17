package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.PublishedComponents.PublishedComponent.Section;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The moderation drafts a component and says until when members may answer, and when enough of them have. */
@Component
class DraftComponent implements TaskHandler<DraftComponent.Form> {

    private static final int USUAL_SHARE = 80;

    private final Texts texts = Texts.of("association");
    private final RoundTable rounds;
    private final SectionTable sections;
    private final MembersOfRound members;
    private final EventTable events;
    private final RoundDays days;
    private final Clock clock;

    DraftComponent(
            RoundTable rounds,
            SectionTable sections,
            MembersOfRound members,
            EventTable events,
            RoundDays days,
            Clock clock) {
        this.rounds = rounds;
        this.sections = sections;
        this.members = members;
        this.events = events;
        this.days = days;
        this.clock = clock;
    }

    /**
     * Data of the form {@code draft-component}.
     *
     * @param share percent; null unless the rule is a share
     * @param commentsUntil last day for answers
     * @param changeSummary what changes against the version before
     */
    record Form(
            List<Draft> sections, Completion completion, Integer share, LocalDate commentsUntil, String changeSummary) {

        Form {
            sections = sections == null ? List.of() : List.copyOf(sections);
        }
    }

    /**
     * A section as it is typed.
     *
     * @param anchor short name that stays over the versions; null = made of the heading
     * @param text Markdown
     */
    record Draft(String anchor, String heading, String text) {}

    @Override
    public String task() {
        return "draft-component";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        ComponentRound round = rounds.of(task.municipality(), task.measureId());
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "component", texts.get("association.round.of", round.component().label(), round.number()));
        shown.put("sections", sections.drafted(task.municipality(), round.id()));
        shown.put("completion", Completion.SHARE);
        shown.put("share", USUAL_SHARE);
        shown.put("commentsUntil", days.usualEnd(task.municipality()));
        return shown;
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        String office = task.municipality();
        ComponentRound round = rounds.lock(office, task.measureId());
        LocalDate least = days.leastEnd(office);
        Problems problems = new Problems();
        List<Section> drafted = Anchors.given(form.sections(), problems);
        problems.check(!drafted.isEmpty(), "sections", "association.round.draft.empty")
                .check(
                        !form.commentsUntil().isBefore(least),
                        "commentsUntil",
                        "association.round.draft.tooSoon",
                        ReadersLanguage.day(least))
                .check(
                        days.isWorkingDay(office, form.commentsUntil()),
                        "commentsUntil",
                        "association.round.draft.dayOff",
                        ReadersLanguage.day(form.commentsUntil()))
                .check(
                        form.completion() != Completion.SHARE || form.share() != null,
                        "share",
                        "association.round.draft.share");
        problems.throwIfAny();
        sections.replace(office, round.id(), drafted);
        rounds.drafted(
                office,
                round.id(),
                form.completion(),
                form.completion() == Completion.SHARE ? form.share() : null,
                form.commentsUntil(),
                form.changeSummary());
        List<String> asked = members.plan(office, round.id(), LocalDate.now(clock));
        new Problems()
                .check(!asked.isEmpty(), "", "association.round.draft.noMembers")
                .throwIfAny();
        events.note(office, round.id(), RoundEvent.DRAFTED, task.actor(), task.deputyFor(), null);
        return Outcome.of("commentsOver", form.commentsUntil().plusDays(1));
    }
}
