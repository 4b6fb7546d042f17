package de.kreislaufstadt.process.engine.draft;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.form.FormShape;
import de.kreislaufstadt.process.Drafts;
import de.kreislaufstadt.process.engine.draft.DraftTable.Origin;
import de.kreislaufstadt.process.engine.people.SignedIn;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AnswersAsDrafts implements Drafts {

    private final DraftTable drafts;
    private final FormSchemas schemas;
    private final ObjectProvider<TaskService> tasks;

    AnswersAsDrafts(DraftTable drafts, FormSchemas schemas, ObjectProvider<TaskService> tasks) {
        this.drafts = drafts;
        this.schemas = schemas;
        this.tasks = tasks;
    }

    @Override
    @Transactional
    public void put(String municipality, String taskId, String user, JsonNode data) {
        Task task = SignedIn.asSystem(() -> tasks.getObject()
                .createTaskQuery()
                .taskId(taskId)
                .tenantIdIn(municipality)
                .singleResult());
        if (task == null) {
            throw new IllegalArgumentException("No task " + taskId + " in " + municipality);
        }
        FormSchema schema = schemas.find(task.getTaskDefinitionKey()).orElseThrow();
        FormShape.check(schema, data).throwIfAny();
        drafts.put(municipality, taskId, schema.key(), user, data, Origin.ANSWER);
    }
}
