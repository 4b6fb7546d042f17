package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.task.Task;

/** What people see of a measure: its page, its files, its open tasks. A later release may say more, but nothing else. */
final class AsRead {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PAGES = "/camunda/api/kreislaufstadt/measures/";

    private AsRead() {}

    /** @param reader somebody who is signed in and may see the measure */
    static ObjectNode of(String measure, Http reader, Office office) {
        ObjectNode read = JSON.createObjectNode();
        read.set("page", page(reader, PAGES + measure));
        read.set("documents", page(reader, PAGES + measure + "/documents"));
        office.tasks().createTaskQuery().processInstanceBusinessKey(measure).unlimitedList().stream()
                .map(AsRead::line)
                .sorted()
                .forEach(read.putArray("tasks")::add);
        return read;
    }

    private static String line(Task task) {
        return String.join(
                " ",
                task.getTaskDefinitionKey(),
                task.getId(),
                String.valueOf(task.getAssignee()),
                task.getDueDate() == null ? "-" : task.getDueDate().toInstant().toString());
    }

    private static JsonNode page(Http reader, String path) {
        Http.Answer answer = reader.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.json();
    }

    /** @return where it does not say any more what it said, as paths into the pages; what was added since is no difference */
    static List<String> differences(JsonNode before, JsonNode now) {
        List<String> found = new ArrayList<>();
        compare("", before, now, found);
        return found;
    }

    private static void compare(String path, JsonNode before, JsonNode now, List<String> found) {
        if (before.isObject() && now.isObject()) {
            before.properties()
                    .forEach(field ->
                            compare(path + "/" + field.getKey(), field.getValue(), now.path(field.getKey()), found));
        } else if (before.isArray() && now.isArray() && before.size() == now.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(path + "/" + i, before.get(i), now.get(i), found);
            }
        } else if (!before.equals(now)) {
            found.add(path + ": " + before + " is " + now);
        }
    }
}
