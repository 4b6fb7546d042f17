package de.kreislaufstadt.process.engine.draft;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.form.FormShape;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.CompletedMeanwhile;
import de.kreislaufstadt.process.engine.draft.DraftTable.Draft;
import de.kreislaufstadt.process.engine.record.EndedTasks;
import de.kreislaufstadt.process.engine.record.EndedTasks.EndedTask;
import de.kreislaufstadt.process.engine.record.RunningLifecycles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people have typed and not yet submitted, for those who may work on the task. */
@Component
public class DraftDesk {

    private static final String START = "start:";

    private final TaskService tasks;
    private final RepositoryService repository;
    private final AuthorizationService authorizations;
    private final EndedTasks ended;
    private final DraftTable drafts;
    private final FormSchemas schemas;

    DraftDesk(
            TaskService tasks,
            RepositoryService repository,
            AuthorizationService authorizations,
            EndedTasks ended,
            DraftTable drafts,
            FormSchemas schemas) {
        this.tasks = tasks;
        this.repository = repository;
        this.authorizations = authorizations;
        this.ended = ended;
        this.drafts = drafts;
        this.schemas = schemas;
    }

    /**
     * A draft as its person sees it.
     *
     * @param version to be sent back with the next change
     * @param origin {@code OWN} or {@code ANSWER}
     * @param deleteOn day on which it is deleted if it is not changed until then
     * @param ended set if the task is over
     */
    public record KeptDraft(
            long version, String origin, JsonNode data, Instant savedAt, LocalDate deleteOn, Ending ended) {}

    /** @param by name of who completed the task; null where the process ended it without anybody */
    public record Ending(String by, Instant at) {}

    /** The draft is not the one the person has seen: another window or machine has changed or discarded it. */
    public static final class DraftChanged extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient KeptDraft saved;

        DraftChanged(KeptDraft saved) {
            super("Another version of the draft is saved");
            this.saved = saved;
        }

        /** @return what is saved; null if the draft was discarded */
        public KeptDraft saved() {
            return saved;
        }
    }

    /** There is no such task for this person. */
    public static final class NoSuchTask extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoSuchTask() {
            super("No task that this person may work on");
        }
    }

    /** @return what the person has kept of the task's form; empty if nothing */
    @Transactional(readOnly = true)
    public Optional<KeptDraft> ofTask(String taskId, Login who) {
        Place place = taskPlace(taskId, who);
        return find(place, who);
    }

    /** @return what the person has kept of the start form; empty if nothing */
    @Transactional(readOnly = true)
    public Optional<KeptDraft> ofStart(String processKey, Login who) {
        return find(startPlace(processKey, who), who);
    }

    /**
     * Saves the draft of a task. One that is over keeps drafts too, so that nothing typed is lost.
     *
     * @param seen version the person has changed; 0 if there was none
     * @throws de.kreislaufstadt.form.FormRefused if the data has not the shape of the form
     * @throws DraftChanged if another version is saved
     * @throws CompletedMeanwhile if the person has completed the task themselves
     */
    @Transactional
    public KeptDraft saveTask(String taskId, JsonNode data, long seen, Login who) {
        Place place = taskPlace(taskId, who);
        if (place.ended() != null && who.user().equals(place.ended().user())) {
            throw new CompletedMeanwhile(place.ended().by(), place.ended().at(), null);
        }
        return save(place, data, seen, who);
    }

    /** The same for the form that starts a process. */
    @Transactional
    public KeptDraft saveStart(String processKey, JsonNode data, long seen, Login who) {
        return save(startPlace(processKey, who), data, seen, who);
    }

    /** A draft may always be discarded by its person, also when the task is no longer theirs. */
    @Transactional
    public void discardTask(String taskId, long seen, Login who) {
        who.tenants().forEach(municipality -> discard(municipality, taskId, seen, who));
    }

    /** @param seen version that is thrown away; a newer one stays */
    @Transactional
    public void discardStart(String processKey, long seen, Login who) {
        who.tenants().forEach(municipality -> discard(municipality, startOf(processKey), seen, who));
    }

    /** @return what stands for the form that starts a process, where a task's id would stand */
    public static String startOf(String processKey) {
        return START + processKey;
    }

    private KeptDraft save(Place place, JsonNode data, long seen, Login who) {
        FormSchema schema = schemas.find(place.form()).orElseThrow(NoSuchTask::new);
        try {
            FormShape.check(schema, data).throwIfAny();
        } catch (de.kreislaufstadt.form.FormRefused refused) {
            throw refused.inForm(schema.key());
        }
        Optional<Draft> saved = seen == 0
                ? drafts.insert(place.municipality(), place.key(), place.form(), who.user(), data)
                : drafts.update(place.municipality(), place.key(), who.user(), data, seen);
        return saved.map(draft -> kept(draft, place.ended()))
                .orElseThrow(() -> new DraftChanged(find(place, who).orElse(null)));
    }

    private void discard(String municipality, String key, long seen, Login who) {
        if (!drafts.delete(municipality, key, who.user(), seen)) {
            drafts.find(municipality, key, who.user()).ifPresent(draft -> {
                throw new DraftChanged(kept(draft, null));
            });
        }
    }

    private Optional<KeptDraft> find(Place place, Login who) {
        return drafts.find(place.municipality(), place.key(), who.user()).map(draft -> kept(draft, place.ended()));
    }

    private static KeptDraft kept(Draft draft, EndedTask over) {
        return new KeptDraft(
                draft.version(),
                draft.origin().name(),
                draft.data(),
                draft.savedAt(),
                draft.deleteOn(),
                over == null ? null : new Ending(over.by(), over.at()));
    }

    private Place taskPlace(String taskId, Login who) {
        // The engine's authorizations decide whether the person sees the task; managers see some they may not work on.
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task != null && task.getTenantId() != null && mayWorkOn(task, who)) {
            return new Place(task.getTenantId(), taskId, task.getTaskDefinitionKey(), null);
        }
        return ended.find(taskId, who)
                .map(over -> new Place(over.municipality(), taskId, over.form(), over))
                .orElseThrow(NoSuchTask::new);
    }

    private boolean mayWorkOn(Task task, Login who) {
        return who.user().equals(task.getAssignee())
                || authorizations.isUserAuthorized(
                        who.user(), who.groups(), Permissions.TASK_WORK, Resources.TASK, task.getId());
    }

    private Place startPlace(String processKey, Login who) {
        boolean startable = RunningLifecycles.PROCESS.equals(processKey)
                && who.tenants().size() == 1
                && repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(processKey)
                                .latestVersion()
                                .count()
                        == 1;
        if (!startable) {
            throw new NoSuchTask();
        }
        return new Place(who.tenants().get(0), startOf(processKey), RunningLifecycles.START, null);
    }

    /**
     * What a draft belongs to.
     *
     * @param key id of the task, or what stands for a start form
     * @param ended set if the task is over
     */
    private record Place(String municipality, String key, String form, EndedTask ended) {}
}
