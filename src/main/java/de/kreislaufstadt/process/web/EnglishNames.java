package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.people.InboxList;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;

/**
 * Gives tasks, processes and lists their English names in what Tasklist asks the engine itself: its lists, the head of a task,
 * its process. German answers, all others that are not about tasks, and what people start (which has its name from
 * {@link NamesOfStarts}) pass unchanged.
 */
final class EnglishNames {

    private static final Set<String> ABOUT_TASKS = Set.of("task", "filter", "process-definition");
    private static final String STARTS = "startableInTasklist";

    private final ModelNames names;
    private final ObjectMapper json = new JacksonConfigurator().getContext(Object.class);

    EnglishNames(ModelNames names) {
        this.names = names;
    }

    void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isEnglish(request) && isAboutTasks(request) && isJson(response)) {
            JsonNode answer = json.valueToTree(response.getEntity());
            ReadersLanguage.in(Locale.ENGLISH, () -> named(answer));
            response.setEntity(answer);
        }
    }

    private static boolean isEnglish(ContainerRequestContext request) {
        return Locale.ENGLISH.equals(Answers.locale(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static boolean isAboutTasks(ContainerRequestContext request) {
        return !request.getUriInfo().getQueryParameters().containsKey(STARTS)
                && request.getUriInfo().getPathSegments().stream()
                        .anyMatch(part -> ABOUT_TASKS.contains(part.getPath()));
    }

    private static boolean isJson(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        Object entity = response.getEntity();
        return type != null
                && type.getSubtype().endsWith("json")
                && entity != null
                && (entity instanceof Collection<?>
                        || entity.getClass().getName().startsWith("org.camunda.bpm.engine.rest"));
    }

    private JsonNode named(JsonNode node) {
        if (node instanceof ObjectNode object) {
            String task = object.path("taskDefinitionKey").asText("");
            String process = object.path("key").asText("");
            boolean list = object.has("resourceType") && object.path("properties") instanceof ObjectNode;
            if (!task.isEmpty()) {
                rename(object, "name", names.task(task, object.path("name").asText(null)));
                rename(
                        object,
                        "description",
                        names.instructions(task, object.path("description").asText(null)));
            } else if (!process.isEmpty() && object.has("versionTag")) {
                rename(
                        object,
                        "name",
                        names.process(process, object.path("name").asText(null)));
                rename(
                        object,
                        "description",
                        names.description(process, object.path("description").asText(null)));
            } else if (list) {
                InboxList.named(object.path("name").asText("")).ifPresent(known -> {
                    rename(object, "name", known.title());
                    rename((ObjectNode) object.get("properties"), "description", known.description());
                });
            }
        }
        node.forEach(this::named);
        return node;
    }

    private static void rename(ObjectNode object, String field, String text) {
        if (text != null) {
            object.put(field, text);
        }
    }
}
