package de.kreislaufstadt.process.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.form.FormShape;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Picture;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskPreview;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws the pictures of forms that are being filled. */
@Component
public class PreviewDesk {

    private final TaskDesk desk;
    private final FormSchemas schemas;
    private final ObjectProvider<TaskPreview> previews;

    PreviewDesk(TaskDesk desk, FormSchemas schemas, ObjectProvider<TaskPreview> previews) {
        this.desk = desk;
        this.schemas = schemas;
        this.previews = previews;
    }

    /**
     * @return the picture; empty if there is no such task for the person, or its form has none
     * @throws de.kreislaufstadt.form.FormRefused if the data has not the shape of the form
     */
    @Transactional(readOnly = true)
    public Optional<Picture> of(String taskId, JsonNode data, Login who) {
        Optional<TaskContext> context = desk.contextOf(taskId, who);
        return context.flatMap(task -> previews.stream()
                .filter(preview -> preview.tasks().contains(task.taskKey()))
                .findFirst()
                .map(preview -> {
                    FormSchema schema = schemas.find(task.taskKey()).orElseThrow();
                    FormShape.check(schema, data).throwIfAny();
                    return preview.preview(task, data);
                }));
    }
}
