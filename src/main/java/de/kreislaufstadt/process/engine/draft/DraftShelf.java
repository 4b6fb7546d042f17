package de.kreislaufstadt.process.engine.draft;

import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.process.engine.draft.DraftDesk.Ending;
import de.kreislaufstadt.process.engine.draft.DraftDesk.KeptDraft;
import de.kreislaufstadt.process.engine.draft.DraftTable.Draft;
import de.kreislaufstadt.process.engine.model.Handlers;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.record.EndedTasks;
import de.kreislaufstadt.process.engine.record.StepTable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All drafts of a person, also those of tasks that are over and no longer in any list of Tasklist. */
@Component
public class DraftShelf {

    private static final Logger LOG = LoggerFactory.getLogger(DraftShelf.class);

    private final DraftTable drafts;
    private final StepTable steps;
    private final EndedTasks ended;
    private final Handlers handlers;
    private final FormSchemas schemas;
    private final Accounts accounts;
    private final ModelNames names;
    private final JdbcClient jdbc;

    DraftShelf(
            DraftTable drafts,
            StepTable steps,
            EndedTasks ended,
            Handlers handlers,
            FormSchemas schemas,
            Accounts accounts,
            ModelNames names,
            JdbcClient jdbc) {
        this.drafts = drafts;
        this.steps = steps;
        this.ended = ended;
        this.handlers = handlers;
        this.schemas = schemas;
        this.accounts = accounts;
        this.names = names;
        this.jdbc = jdbc;
    }

    /**
     * A draft in the list.
     *
     * @param taskId id of its task; null for a form that starts a process
     * @param name of the task; null for a form that starts a process
     */
    public record Entry(String taskId, String name, String measureNumber, KeptDraft draft) {}

    /**
     * A draft beside what is known now.
     *
     * @param choices options by the {@code valuesKey} of the form, to show choices by their words
     * @param current what the form would show if the task were opened now; null where that cannot be said
     */
    public record Comparison(Entry entry, Object schema, Map<String, ?> choices, Map<String, ?> current) {}

    /** @return the person's drafts, the last changed first */
    public List<Entry> all(Login who) {
        return who.tenants().stream()
                .flatMap(municipality ->
                        drafts.of(municipality, who.user()).stream().map(draft -> entry(municipality, draft)))
                .toList();
    }

    /** @return the person's draft of a task and what would stand in its form now */
    public Optional<Comparison> compare(String taskId, Login who) {
        return who.tenants().stream()
                .flatMap(municipality -> drafts.find(municipality, taskId, who.user()).stream()
                        .map(draft -> compared(entry(municipality, draft), draft, who)))
                .findFirst();
    }

    private Comparison compared(Entry entry, Draft draft, Login who) {
        FormSchema schema = schemas.find(draft.formKey()).orElseThrow();
        Optional<TaskContext> context = ended.find(draft.taskId(), who).map(task -> ended.context(task, who.user()));
        TaskHandler<?> handler = context.isPresent() ? handlers.forTask(draft.formKey()) : null;
        Map<String, ?> choices = Map.of();
        Map<String, ?> current = null;
        if (handler != null) {
            try {
                choices = handler.options(context.get());
                current = handler.prefill(context.get());
            } catch (RuntimeException e) {
                // What a step needs to know may be gone with it; the draft itself is shown all the same.
                LOG.debug("{} cannot be shown after its end", draft.formKey(), e);
            }
        }
        return new Comparison(entry, schema.json(), choices, current);
    }

    private Entry entry(String municipality, Draft draft) {
        Map<String, String> words = new LinkedHashMap<>();
        Ending ending = jdbc.sql("""
                        select h.name_, h.end_time_, i.business_key_
                        from camunda.act_hi_taskinst h join camunda.act_hi_procinst i on i.id_ = h.proc_inst_id_
                        where h.tenant_id_ = :municipality and h.id_ = :task
                        """)
                .param("municipality", municipality)
                .param("task", draft.taskId())
                .query((row, number) -> {
                    words.put("name", names.task(draft.formKey(), row.getString("name_")));
                    words.put("measure", row.getString("business_key_"));
                    Timestamp end = row.getTimestamp("end_time_");
                    return Optional.ofNullable(end).map(at -> ending(municipality, draft.taskId(), at.toInstant()));
                })
                .optional()
                .flatMap(found -> found)
                .orElse(null);
        return new Entry(
                words.isEmpty() ? null : draft.taskId(),
                words.get("name"),
                words.get("measure"),
                new KeptDraft(
                        draft.version(),
                        draft.origin().name(),
                        draft.data(),
                        draft.savedAt(),
                        draft.deleteOn(),
                        ending));
    }

    private Ending ending(String municipality, String taskId, Instant end) {
        return steps.completionOf(municipality, taskId)
                .map(step -> new Ending(accounts.nameOf(step.by()), step.at()))
                .orElse(new Ending(null, end));
    }
}
