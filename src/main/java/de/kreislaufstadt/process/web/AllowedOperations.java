package de.kreislaufstadt.process.web;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The operations of the engine that people other than administrators may call, as far as the engine's authorizations let
 * them. Everything else is refused: what is not listed could end or bend a process past its forms (BPMN errors,
 * escalations, resolve, variable writes, starting with variables, messages, signals, modification).
 */
@Component
class AllowedOperations {

    private static final String ID = "[A-Za-z0-9:._-]+";

    /** What Tasklist and REST clients of staff need to see their tasks, and the two ways to complete one. */
    private static final List<Operation> STAFF = List.of(
            read("filter(/.*)?"),
            read("task(/.*)?"),
            read("process-definition(/.*)?"),
            read("case-definition(/.*)?"),
            read("user/" + ID + "/profile"),
            read("group(/count)?"),
            read("identity/(groups|password-policy)"),
            read("authorization/check"),
            read("history/(task|activity-instance|user-operation)(/count)?"),
            read("engine"),
            read("version"),
            query("(task|group)(/count)?"),
            query("filter/" + ID + "/(list|count|singleResult)"),
            write("task/" + ID + "/(claim|unclaim|complete|submit-form)"),
            write("process-definition/(key/)?" + ID + "/submit-form"));

    /** What Cockpit asks for; queries with a body change nothing. */
    private static final List<Operation> MANAGERS = List.of(
            read("(?!user|authorization|identity|telemetry|metrics).*"),
            query("(process-instance|execution|job|job-definition|incident|variable-instance|external-task|batch"
                    + "|decision-definition|deployment|process-definition)(/count)?"),
            query("history/[a-z-]+(/count)?"));

    /**
     * @param groups engine groups of who asks
     * @param path path below the engine, without a leading slash
     */
    boolean permits(List<String> groups, String method, String path) {
        if (STAFF.stream().anyMatch(operation -> operation.matches(method, path))) {
            return true;
        }
        boolean manager = groups.stream().anyMatch(group -> group.endsWith("-managers"));
        return manager && MANAGERS.stream().anyMatch(operation -> operation.matches(method, path));
    }

    private static Operation read(String path) {
        return new Operation(List.of("GET", "HEAD", "OPTIONS"), Pattern.compile(path));
    }

    private static Operation query(String path) {
        return new Operation(List.of("POST"), Pattern.compile(path));
    }

    private static Operation write(String path) {
        return new Operation(List.of("POST"), Pattern.compile(path));
    }

    private record Operation(List<String> methods, Pattern path) {

        boolean matches(String method, String candidate) {
            return methods.contains(method) && path.matcher(candidate).matches();
        }
    }
}
