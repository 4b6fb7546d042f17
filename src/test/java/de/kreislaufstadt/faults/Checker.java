package de.kreislaufstadt.faults;

import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.faults.Command.Kind;
import de.kreislaufstadt.faults.Command.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what people were told with what is in the database. It knows tables and the recorder's file, and nothing of the
 * product's code.
 */
final class Checker {

    private static final int EXAMPLES = 3;

    private final JdbcClient sql;

    Checker(JdbcClient sql) {
        this.sql = sql;
    }

    /** Waits until the product has nothing to do any more. */
    void awaitRest(Duration longest) {
        await("nothing due and nothing to send")
                .atMost(longest)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> list("notice or mail that is not settled").isEmpty()
                        && list("job that is due and not done").isEmpty()
                        && sql.sql(
                                                "select count(*) from camunda.act_ru_job where retries_ > 0 and lock_owner_ is not null")
                                        .query(Long.class)
                                        .single()
                                == 0);
    }

    private List<String> list(String rule) {
        return sql.sql(Rules.all().get(rule)).query(String.class).list();
    }

    /**
     * @param arrived ids of the mails that a mail server has taken, once for each time
     * @return in words what is wrong, and where; empty where every client was told the truth
     */
    List<String> flaws(List<Command> commands, List<String> arrived) {
        List<String> flaws = new ArrayList<>();
        Rules.all()
                .forEach((what, rule) ->
                        add(flaws, what, sql.sql(rule).query(String.class).list()));
        proposals(commands, flaws);
        claims(commands, flaws);
        completions(commands, flaws);
        mails(arrived, flaws);
        return flaws;
    }

    private static void add(List<String> flaws, String what, List<String> where) {
        if (!where.isEmpty()) {
            flaws.add(what + " (" + where.size() + "): " + where.subList(0, Math.min(EXAMPLES, where.size())));
        }
    }

    /** Titles are followed by a mark that all forms of a run carry. */
    private void proposals(List<Command> commands, List<String> flaws) {
        Map<String, Long> there = sql
                .sql(
                        "select regexp_replace(v.title, ' [^ ]+$', '') from kreislaufstadt.measure_version v where version = 1")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Set<String> told = measures(commands, Outcome.ACKNOWLEDGED, Outcome.FOUND_DONE);
        Set<String> open = measures(commands, Outcome.UNKNOWN);
        add(
                flaws,
                "proposal lost",
                told.stream().filter(title -> !there.containsKey(title)).toList());
        add(
                flaws,
                "proposal doubled",
                there.keySet().stream().filter(title -> there.get(title) > 1).toList());
        add(
                flaws,
                "proposal that nobody was told of",
                there.keySet().stream()
                        .filter(title -> !told.contains(title) && !open.contains(title))
                        .toList());
    }

    private static Set<String> measures(List<Command> commands, Outcome... outcomes) {
        return commands.stream()
                .filter(command ->
                        command.kind() == Kind.PROPOSE && Set.of(outcomes).contains(command.outcome()))
                .map(Command::measure)
                .collect(Collectors.toSet());
    }

    /** Who was told to have a task has it in the log. */
    private void claims(List<Command> commands, List<String> flaws) {
        Set<String> taken = logged("TASK_TAKEN");
        add(
                flaws,
                "claim lost",
                commands.stream()
                        .filter(command -> command.kind() == Kind.CLAIM && command.outcome() == Outcome.ACKNOWLEDGED)
                        .map(Checker::byWhom)
                        .filter(claim -> !taken.contains(claim))
                        .toList());
        add(
                flaws,
                "claim refused and made",
                refused(commands, Kind.CLAIM).stream().filter(taken::contains).toList());
    }

    private void completions(List<Command> commands, List<String> flaws) {
        Map<String, String> doneBy = new HashMap<>();
        sql.sql("select task_id, completed_by from kreislaufstadt.step where task_id is not null")
                .query(row -> {
                    doneBy.put(row.getString(1), row.getString(2));
                });
        List<Command> completions = commands.stream()
                .filter(command -> command.kind() == Kind.COMPLETE)
                .toList();
        add(
                flaws,
                "completion lost",
                completions.stream()
                        .filter(command -> command.outcome() == Outcome.ACKNOWLEDGED)
                        .filter(command -> !Objects.equals(doneBy.get(command.task()), command.user()))
                        .map(Checker::byWhom)
                        .toList());
        add(
                flaws,
                "completion that was seen and is not there",
                completions.stream()
                        .filter(command ->
                                command.outcome() == Outcome.FOUND_DONE && !doneBy.containsKey(command.task()))
                        .map(Checker::byWhom)
                        .toList());
        add(
                flaws,
                "completion acknowledged twice",
                completions.stream()
                        .filter(command -> command.outcome() == Outcome.ACKNOWLEDGED)
                        .collect(Collectors.groupingBy(Command::task, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(task -> task.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList());
        Set<String> logged = logged("STEP_COMPLETED");
        add(
                flaws,
                "completion refused and made",
                refused(commands, Kind.COMPLETE).stream()
                        .filter(logged::contains)
                        .toList());
    }

    /** Whom the log of actions names for which task. */
    private Set<String> logged(String kind) {
        return new HashSet<>(sql.sql(
                        "select a.task_id || ' ' || p.person from kreislaufstadt.audit_entry a"
                                + " join kreislaufstadt.audit_person p on p.token = a.actor where a.kind = ? and a.task_id is not null")
                .param(kind)
                .query(String.class)
                .list());
    }

    /** What somebody was refused, and neither told nor left in doubt about at any other time. */
    private static Set<String> refused(List<Command> commands, Kind kind) {
        Set<String> others = commands.stream()
                .filter(command -> command.kind() == kind
                        && command.outcome() != Outcome.REFUSED
                        && command.outcome() != Outcome.UNREACHED)
                .map(Checker::byWhom)
                .collect(Collectors.toSet());
        return commands.stream()
                .filter(command -> command.kind() == kind && command.outcome() == Outcome.REFUSED)
                .map(Checker::byWhom)
                .filter(command -> !others.contains(command))
                .collect(Collectors.toSet());
    }

    private static String byWhom(Command command) {
        return command.task() + " " + command.user();
    }

    /** Exactly once, or reported as uncertain. */
    private void mails(List<String> arrived, List<String> flaws) {
        Map<String, Long> arrivals =
                arrived.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, String> states = new HashMap<>();
        sql.sql("select id::text, state from kreislaufstadt.mail").query(row -> {
            states.put(row.getString(1), row.getString(2));
        });
        add(
                flaws,
                "mail that came twice",
                arrivals.keySet().stream().filter(id -> arrivals.get(id) > 1).toList());
        add(
                flaws,
                "mail that is said to be sent and never came",
                states.keySet().stream()
                        .filter(id -> states.get(id).equals("SENT") && !arrivals.containsKey(id))
                        .toList());
        add(
                flaws,
                "mail that came and is neither sent nor uncertain",
                arrivals.keySet().stream()
                        .filter(id -> !Set.of("SENT", "UNCERTAIN").contains(states.getOrDefault(id, "unknown")))
                        .toList());
    }
}
