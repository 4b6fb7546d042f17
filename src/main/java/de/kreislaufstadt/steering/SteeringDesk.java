package de.kreislaufstadt.steering;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.measure.Conditions;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentChoice;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.process.RunningMeasures;
import de.kreislaufstadt.process.RunningMeasures.Open;
import de.kreislaufstadt.process.RunningMeasures.Picture;
import de.kreislaufstadt.steering.Helm.Steersman;
import de.kreislaufstadt.steering.PastInterruption.Kind;
import de.kreislaufstadt.workshop.WorkshopChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says before somebody intervenes in a measure what will happen to what, and afterwards what did. */
@Component
class SteeringDesk {

    private static final Set<String> OVER = Set.of(
            MeasureState.COMPLETED.name(),
            MeasureState.REJECTED.name(),
            MeasureState.CANCELLED.name(),
            MeasureState.MERGED.name());

    private final Helm helm;
    private final MeasureInterruptions steering;
    private final RunningMeasures running;
    private final Lifecycles lifecycles;
    private final InterruptionTable interruptions;
    private final DepartmentDirectory departments;
    private final DepartmentChoice choice;
    private final WorkshopChoice workshops;
    private final Conditions conditions;
    private final Accounts accounts;

    SteeringDesk(
            Helm helm,
            MeasureInterruptions steering,
            RunningMeasures running,
            Lifecycles lifecycles,
            InterruptionTable interruptions,
            DepartmentDirectory departments,
            DepartmentChoice choice,
            WorkshopChoice workshops,
            Conditions conditions,
            Accounts accounts) {
        this.helm = helm;
        this.steering = steering;
        this.running = running;
        this.lifecycles = lifecycles;
        this.interruptions = interruptions;
        this.departments = departments;
        this.choice = choice;
        this.workshops = workshops;
        this.conditions = conditions;
        this.accounts = accounts;
    }

    /**
     * @param may what can be done now: {@code PAUSE}, {@code RESUME}, {@code CHANGE_LEAD}, {@code MERGE}, {@code CANCEL}
     * @param restedDays working days the pause has taken so far; absent unless it rests
     * @param tasks what is open
     * @param timers number of days for which the process waits and which a pause would move
     * @param workshops those that are not over; their days stay in a pause, and their guests hear of an end
     * @param conditions what open conditions ask for; nobody has to meet them after an end
     * @param leads departments that can take the lead
     * @param measures measures that it could be merged into
     * @param past what was done so far, the last first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            String number,
            String title,
            String state,
            String stateLabel,
            String leadLabel,
            List<String> may,
            Integer restedDays,
            List<Task> tasks,
            int timers,
            List<String> workshops,
            List<String> conditions,
            List<Option> leads,
            List<Option> measures,
            List<Line> past) {}

    /**
     * An open task.
     *
     * @param department name; absent where it has none
     * @param held whether somebody has taken it
     * @param promised whether its last day hangs on a workshop and stays in a pause
     * @param ofLead whether another lead would get it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Task(String name, String department, LocalDate due, boolean held, boolean promised, boolean ofLead) {}

    /** An intervention in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID id,
            Kind kind,
            String by,
            Instant at,
            String reason,
            String leadBefore,
            String leadAfter,
            Integer workingDays,
            int tasks,
            int timers) {}

    /** What was done, and the tasks it concerned, with the days they have now. */
    record Report(Line done, List<Task> tasks) {}

    /** @throws InterventionRefused if the reader does not see such a measure, or may not intervene in it */
    @Transactional(readOnly = true)
    Page page(String number, Login login) {
        Steersman who = helm.of(number, login);
        Row measure = who.row();
        List<PastInterruption> past = interruptions.of(who.municipality(), measure.id());
        boolean over = OVER.contains(measure.state()) || !lifecycles.isRunning(who.municipality(), number);
        boolean paused = MeasureState.PAUSED.name().equals(measure.state());
        Picture picture = running.look(who.municipality(), number);
        List<String> ofLead = over ? List.of() : running.tasksOfLead(who.municipality(), number);
        return new Page(
                number,
                measure.title(),
                measure.state(),
                measure.stateLabel(),
                nameOf(who.municipality(), measure.lead()),
                may(over, paused),
                past.stream()
                        .filter(done -> paused && done.kind() == Kind.PAUSED)
                        .findFirst()
                        .map(steering::restedDays)
                        .orElse(null),
                tasks(who.municipality(), picture, ofLead),
                (int) picture.timers().stream()
                        .filter(timer -> !timer.promised())
                        .count(),
                workshops.open(who.municipality()).stream()
                        .filter(workshop -> workshop.measure().equals(number))
                        .map(workshop -> workshop.title() == null ? workshop.number() + "." : workshop.title())
                        .toList(),
                over ? List.of() : conditions.openTexts(who.municipality(), measure.id()),
                leads(who.municipality(), measure),
                others(number, login),
                past.stream().map(done -> line(who.municipality(), done)).toList());
    }

    /** @return what was done, in words */
    @Transactional(readOnly = true)
    Report report(MeasureInterruptions.Done done) {
        String municipality = done.intervention().municipality();
        return new Report(line(municipality, done.intervention()), tasks(municipality, done.concerned(), List.of()));
    }

    private static List<String> may(boolean over, boolean paused) {
        return over ? List.of() : List.of(paused ? "RESUME" : "PAUSE", "CHANGE_LEAD", "MERGE", "CANCEL");
    }

    private List<Task> tasks(String municipality, Picture picture, List<String> ofLead) {
        return picture.tasks().stream()
                .map(task -> task(municipality, task, ofLead.contains(task.id())))
                .toList();
    }

    private Task task(String municipality, Open task, boolean ofLead) {
        return new Task(
                task.name(),
                task.department() == null ? null : nameOf(municipality, task.department()),
                task.due(),
                task.holder() != null,
                task.promised(),
                ofLead);
    }

    private List<Option> leads(String municipality, Row measure) {
        String lead = departments.currentOf(municipality, measure.lead());
        return choice.options(municipality).stream()
                .filter(option -> !option.value().equals(lead))
                .toList();
    }

    private List<Option> others(String number, Login login) {
        return helm.visible(login).stream()
                .filter(row -> !row.number().equals(number) && !OVER.contains(row.state()))
                .map(row -> new Option(row.number(), row.number() + " " + row.title()))
                .toList();
    }

    private Line line(String municipality, PastInterruption done) {
        boolean lead = done.kind() == Kind.LEAD_CHANGED;
        return new Line(
                done.id(),
                done.kind(),
                accounts.nameOf(done.by()),
                done.at(),
                done.reason(),
                lead ? nameOf(municipality, done.leadBefore()) : null,
                lead ? nameOf(municipality, done.leadAfter()) : null,
                done.workingDays(),
                done.tasks(),
                done.timers());
    }

    private String nameOf(String municipality, String department) {
        return departments.nameOf(municipality, departments.currentOf(municipality, department));
    }
}
