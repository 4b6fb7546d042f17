package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A clerk in front of Tasklist.
 *
 * @param name of whose Tasklist it is
 * @param user who signs in
 * @param tasklist signed in as the clerk
 * @param filter id of the stored list "tasks of my department"
 */
record Candidate(String name, String user, Client tasklist, String filter) {

    static final int PAGE = 15;

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** What is due first, which Tasklist asks for until a person chooses another order. */
    private static final Map<String, Object> MOST_URGENT_FIRST =
            Map.of("sorting", List.of(Map.of("sortBy", "dueDate", "sortOrder", "asc")));

    /** @return names of the tasks on the first page, as Tasklist asks for them */
    List<String> firstPage() {
        JsonNode page = tasklist.post(
                ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=" + PAGE, MOST_URGENT_FIRST);
        return StreamSupport.stream(page.spliterator(), false)
                .map(task -> task.path("name").asText())
                .toList();
    }

    int count() {
        return tasklist.post(ENGINE + "/filter/" + filter + "/count", Map.of())
                .path("count")
                .asInt();
    }

    /** @return open tasks that a question without any condition finds */
    int allOpen() {
        return tasklist.post(ENGINE + "/task/count", Map.of()).path("count").asInt();
    }
}
