package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.FilledForm;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.publication.PublicContentChanged;
import de.kreislaufstadt.workshop.joint.JointWorkshops;
import de.kreislaufstadt.workshop.record.AgendaItem;
import de.kreislaufstadt.workshop.record.AgendaRules;
import de.kreislaufstadt.workshop.record.AgendaTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopState;
import de.kreislaufstadt.workshop.record.WorkshopStepTable;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The moderation works on the agenda and agrees to it, or asks the lead department for changes. */
@Component
class AgreeAgenda implements TaskHandler<AgreeAgenda.Form> {

    private final WorkshopTable workshops;
    private final AgendaTable agendas;
    private final JointWorkshops joint;
    private final WorkshopStepTable steps;
    private final WorkshopOverview overview;
    private final FilledForm filled;
    private final ApplicationEventPublisher events;

    AgreeAgenda(
            WorkshopTable workshops,
            AgendaTable agendas,
            JointWorkshops joint,
            WorkshopStepTable steps,
            WorkshopOverview overview,
            FilledForm filled,
            ApplicationEventPublisher events) {
        this.workshops = workshops;
        this.agendas = agendas;
        this.joint = joint;
        this.steps = steps;
        this.overview = overview;
        this.filled = filled;
        this.events = events;
    }

    @Override
    public String task() {
        return "agree-agenda";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        String plan = filled.of("prepare-workshop", workshop).without("agenda").markdown();
        return Prefill.of("overview", overview.of(task.municipality(), workshop).toString())
                .with("plan", plan)
                .rows("agenda", agendas.of(task.municipality(), workshop.id()), Prefill::of)
                .data();
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        Problems problems = new Problems();
        AgendaRules.check(problems, form.agenda(), workshop.begin(), workshop.end());
        problems.throwIfAny();
        agendas.replace(task.municipality(), workshop.id(), form.agenda());
        if (form.agendaResult() == Result.AGREED) {
            workshops.enter(task.municipality(), workshop.id(), WorkshopState.AGREED);
            joint.announce(task.municipality(), workshop);
            events.publishEvent(new PublicContentChanged(
                    task.municipality(), task.measureId(), PublicContentChanged.Cause.WORKSHOP, false));
        }
        steps.add(task, workshop.id(), form.agendaResult(), form.comment());
        return Outcome.of("agendaResult", form.agendaResult());
    }

    enum Result {
        AGREED,
        CHANGES
    }

    record Form(Result agendaResult, String comment, List<AgendaItem> agenda) {

        Form {
            agenda = agenda == null ? List.of() : List.copyOf(agenda);
        }
    }
}
