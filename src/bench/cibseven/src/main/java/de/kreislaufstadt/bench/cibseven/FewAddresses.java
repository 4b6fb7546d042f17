package de.kreislaufstadt.bench.cibseven;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cibseven.bpm.engine.ProcessEngine;
import org.cibseven.bpm.engine.TaskService;
import org.cibseven.bpm.engine.task.Task;
import org.cibseven.bpm.engine.task.TaskQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the path asks of the engines' REST, in the same words; every answer costs less than theirs, since it says less. */
@RestController
@RequestMapping("/engine-rest")
class FewAddresses {

    private final ProcessEngine engine;
    private final TaskService tasks;

    FewAddresses(ProcessEngine engine) {
        this.engine = engine;
        this.tasks = engine.getTaskService();
    }

    @GetMapping("/version")
    Map<String, String> version() {
        return Map.of("version", ProcessEngine.VERSION);
    }

    @PostMapping("/process-definition/key/{key}/start")
    Map<String, String> start(@PathVariable String key, @RequestBody JsonNode body) {
        String number = body.path("businessKey").asText();
        return Map.of(
                "id",
                engine.getRuntimeService()
                        .startProcessInstanceByKey(key, number)
                        .getId());
    }

    @GetMapping("/task")
    List<Map<String, String>> of(@RequestParam String processInstanceBusinessKey) {
        return shown(tasks.createTaskQuery()
                .processInstanceBusinessKey(processInstanceBusinessKey)
                .list());
    }

    @PostMapping("/task")
    List<Map<String, String>> page(
            @RequestParam int firstResult, @RequestParam int maxResults, @RequestBody JsonNode body) {
        return shown(query(body).orderByDueDate().asc().listPage(firstResult, maxResults));
    }

    @PostMapping("/task/count")
    Map<String, Long> count(@RequestBody JsonNode body) {
        return Map.of("count", query(body).count());
    }

    @PostMapping("/task/{id}/claim")
    void claim(@PathVariable String id, @RequestBody JsonNode body) {
        tasks.claim(id, body.path("userId").asText());
    }

    @PostMapping("/task/{id}/complete")
    void complete(@PathVariable String id, @RequestBody JsonNode body) {
        Map<String, Object> variables = new HashMap<>();
        body.path("variables")
                .properties()
                .forEach(variable -> variables.put(
                        variable.getKey(), variable.getValue().path("value").asText()));
        tasks.complete(id, variables);
    }

    private TaskQuery query(JsonNode body) {
        return tasks.createTaskQuery()
                .taskCandidateGroup(body.path("candidateGroup").asText())
                .includeAssignedTasks();
    }

    private static List<Map<String, String>> shown(List<Task> found) {
        return found.stream()
                .map(task -> Map.of("id", task.getId(), "taskDefinitionKey", task.getTaskDefinitionKey()))
                .toList();
    }
}
