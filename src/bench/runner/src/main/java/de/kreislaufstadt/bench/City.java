package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The same large city on a candidate, set up by the candidate's own ways: thirty groups, a clerk in ten of them, and two
 * tasks that the engine has made, one to be multiplied and one to compare the copies with.
 *
 * @param other task that stays the only one of its kind
 */
record City(Database database, Candidate clerk, TaskCopies copies, List<String> groups, String other) {

    private static final int GROUPS = 30;
    private static final int OWN_GROUPS = 10;
    private static final String LIST = "Aufgaben meiner Abteilung";
    private static final String CLERK_OF_PRODUCT = "city-clerk";

    /** Kinds of what is granted, as the engine numbers them. */
    private static final int PROCESS_DEFINITION = 6;

    private static final int PROCESS_INSTANCE = 8;

    /** Stock takes no hyphen in the id of a person. */
    private static final String CLERK_OF_STOCK = "clerk";

    static City onProduct(Servers servers) throws IOException, InterruptedException {
        Database database = servers.newDatabase("product", "camunda");
        Server application = servers.product(database, List.of(Servers.municipality("city", "Große Stadt", 1, GROUPS)));
        Client admin = new Client(application.port()).as("admin", servers.secret());
        List<String> groups = Servers.groups("city", GROUPS);
        join(admin, CLERK_OF_PRODUCT, groups.subList(1, OWN_GROUPS));
        Client clerk = new Client(application.port()).as(CLERK_OF_PRODUCT, servers.secret());
        Servers.propose(clerk);
        Servers.propose(clerk);
        return ready(database, application, clerk, servers, groups, CLERK_OF_PRODUCT);
    }

    static City onStock(Servers servers) throws IOException, InterruptedException {
        Database database = servers.newDatabase("stock", "public");
        Server application = servers.stock(database);
        Client rest = new Client(application.port());
        rest.post(
                "/engine-rest/user/create",
                Map.of(
                        "profile",
                        Map.of("id", CLERK_OF_STOCK, "firstName", "Sachbearbeitung", "lastName", "Stadt"),
                        "credentials",
                        Map.of("password", servers.secret())));
        List<String> groups = Servers.groups("city", GROUPS);
        for (String group : groups) {
            rest.post("/engine-rest/group/create", Map.of("id", group, "name", group, "type", "WORKFLOW"));
        }
        join(rest, CLERK_OF_STOCK, groups.subList(0, OWN_GROUPS));
        grant(rest, List.of("ACCESS"), 0, "tasklist");
        grant(rest, List.of("READ"), 5, createList(rest));
        rest.post("/engine-rest/process-definition/key/step/start", Map.of("businessKey", "BE-0"));
        rest.post("/engine-rest/process-definition/key/step/start", Map.of("businessKey", "BE-0"));
        rest.post("/engine-rest/process-definition/key/wait/start", Map.of());
        return ready(database, application, rest, servers, groups, CLERK_OF_STOCK);
    }

    /** One clerk of one department who may begin processes; the tasks of the department are theirs by the engine's own grants. */
    static void prepareClerk(Client admin, String secret) {
        admin.post(
                "/engine-rest/user/create",
                Map.of(
                        "profile",
                        Map.of("id", CLERK_OF_STOCK, "firstName", "Sachbearbeitung", "lastName", "Stadt"),
                        "credentials",
                        Map.of("password", secret)));
        admin.post("/engine-rest/group/create", Map.of("id", "city-d01", "name", "Amt 01", "type", "WORKFLOW"));
        join(admin, CLERK_OF_STOCK, List.of("city-d01"));
        grant(admin, List.of("READ", "CREATE_INSTANCE"), PROCESS_DEFINITION, "*");
        grant(admin, List.of("CREATE"), PROCESS_INSTANCE, "*");
    }

    private static void grant(Client rest, List<String> permissions, int resourceType, String resource) {
        rest.post(
                "/engine-rest/authorization/create",
                Map.of(
                        "type", 1,
                        "permissions", permissions,
                        "userId", CLERK_OF_STOCK,
                        "resourceType", resourceType,
                        "resourceId", resource));
    }

    private static String createList(Client rest) {
        JsonNode filter = rest.post(
                "/engine-rest/filter/create",
                Map.of(
                        "resourceType",
                        "Task",
                        "name",
                        LIST,
                        "query",
                        Map.of(
                                "candidateGroupsExpression",
                                "${ currentUserGroups() }",
                                "includeAssignedTasks",
                                true,
                                "followUpBeforeOrNotExistentExpression",
                                "${ now() }"),
                        "properties",
                        Map.of("priority", 1)));
        return filter.path("id").asText();
    }

    static void join(Client admin, String user, List<String> groups) {
        groups.forEach(group -> admin.send("PUT", "/engine-rest/group/" + group + "/members/" + user, null));
    }

    static String listOf(Client rest) {
        return rest.get("/engine-rest/filter?name=" + LIST.replace(" ", "%20"))
                .path(0)
                .path("id")
                .asText();
    }

    private static City ready(
            Database database, Server application, Client rest, Servers servers, List<String> groups, String user) {
        List<String> tasks =
                database.sql().queryForList("select id_ from act_ru_task order by create_time_, id_", String.class);
        if (tasks.size() != 2) {
            throw new IllegalStateException("Tasks of " + database.name() + ": " + tasks);
        }
        // The models differ, the rows must not.
        for (String task : tasks) {
            database.sql()
                    .update(
                            "update act_ru_task set name_ = ?, due_date_ = timestamp '2026-12-30' + ? * interval '1 day'"
                                    + " where id_ = ?",
                            "Aufgabe " + -tasks.indexOf(task),
                            tasks.indexOf(task),
                            task);
        }
        Client clerk = new Client(application.port()).inTasklist(user, servers.secret());
        return new City(
                database,
                new Candidate(database.name(), user, clerk, listOf(rest)),
                new TaskCopies(database, tasks.get(0)),
                groups,
                tasks.get(1));
    }
}
