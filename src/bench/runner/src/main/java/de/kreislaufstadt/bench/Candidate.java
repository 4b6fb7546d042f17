package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One of those that are compared, ready to be asked.
 *
 * @param tasklist signed in as the clerk
 * @param filter id of the stored list "tasks of my groups"
 * @param groups all groups of the city, the clerk's first
 * @param task a task that the engine made, to be multiplied
 */
record Candidate(String name, Database database, Client tasklist, String filter, List<String> groups, String task) {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** @return names of the tasks on the first page, as Tasklist asks for them */
    List<String> firstPage() {
        JsonNode page =
                tasklist.post(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15", java.util.Map.of());
        return StreamSupport.stream(page.spliterator(), false)
                .map(task -> task.path("name").asText())
                .toList();
    }

    int count() {
        return tasklist.post(ENGINE + "/filter/" + filter + "/count", java.util.Map.of())
                .path("count")
                .asInt();
    }
}
