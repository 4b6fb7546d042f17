package de.kreislaufstadt.monitoring;

import de.kreislaufstadt.process.TaskMoved;
import de.kreislaufstadt.process.TaskMoved.Kind;
import de.kreislaufstadt.process.TaskStock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the projection of open tasks with the engine and puts right what differs: tasks that were open before there was a
 * projection, or that an operator ended past the listeners. At every start, and every night.
 */
@Component
class TaskComparison {

    private static final Logger LOG = LoggerFactory.getLogger(TaskComparison.class);
    private static final int PAGE = 1000;

    private final TaskStock stock;
    private final MonitoredTaskTable tasks;
    private final MonitoredMeasureTable measures;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TaskComparison(
            TaskStock stock,
            MonitoredTaskTable tasks,
            MonitoredMeasureTable measures,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.stock = stock;
        this.tasks = tasks;
        this.measures = measures;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Berlin")
    @EventListener(ApplicationReadyEvent.class)
    void compareAll() {
        jdbc.sql("select id from municipality order by id")
                .query(String.class)
                .list()
                .forEach(this::compareWhole);
    }

    /** A view that is late is better than a product that does not start; the night tries again. */
    private void compareWhole(String municipality) {
        try {
            int different = compare(municipality) + measures.deriveAll(municipality);
            if (different > 0) {
                LOG.info("Einträge der Übersichten in {} angeglichen: {}", municipality, different);
            }
        } catch (DataAccessException e) {
            LOG.warn("Übersichten in {} nicht angeglichen", municipality, e);
        }
    }

    /** @return how many rows of tasks were missing or wrong */
    int compare(String municipality) {
        int different = 0;
        String after = "";
        List<TaskMoved> page;
        do {
            String from = after;
            page = stock.page(municipality, from, PAGE);
            String last = page.size() < PAGE ? null : page.get(page.size() - 1).taskId();
            List<TaskMoved> open = page;
            different +=
                    Objects.requireNonNull(transactions.execute(status -> putRight(municipality, from, last, open)));
            after = last;
        } while (after != null);
        return different;
    }

    /** @param last id up to which the page reaches; null where it reaches to the end */
    private int putRight(String municipality, String after, String last, List<TaskMoved> open) {
        Map<String, TaskMoved> real = open.stream().collect(Collectors.toMap(TaskMoved::taskId, Function.identity()));
        Map<String, MonitoredTaskTable.Known> known = tasks.known(municipality, after, last);
        List<TaskMoved> moves = new ArrayList<>();
        real.values().stream().filter(task -> !known.containsKey(task.taskId())).forEach(moves::add);
        known.values().forEach(row -> {
            TaskMoved task = real.get(row.taskId());
            if (task == null) {
                moves.add(new TaskMoved(Kind.CANCELLED, municipality, row.taskId(), clock.instant(), null, null));
            } else if (!row.isAt(task.place())) {
                moves.add(new TaskMoved(Kind.CHANGED, municipality, row.taskId(), clock.instant(), null, task.place()));
            }
        });
        tasks.write(municipality, moves);
        return moves.size();
    }
}
