package de.kreislaufstadt.reporting;

import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.process.OpenTasks.OpenTask;
import de.kreislaufstadt.process.TaskNotice;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the leads that have not reported yet. */
@Service
class Reminders {

    private final ClimateUnit unit;
    private final RoundTable rounds;
    private final RoundRows rows;
    private final OpenTasks tasks;
    private final ApplicationEventPublisher events;

    Reminders(ClimateUnit unit, RoundTable rounds, RoundRows rows, OpenTasks tasks, ApplicationEventPublisher events) {
        this.unit = unit;
        this.rounds = rounds;
        this.rows = rows;
        this.tasks = tasks;
        this.events = events;
    }

    /** @return how many were reminded */
    @Transactional
    int remind(String key) {
        Staff staff = unit.acting();
        Round round = rounds.find(staff.municipality(), key).orElseThrow(RoundDesk.NoSuchRound::new);
        if (round.state() != RoundState.COLLECTING) {
            throw new RoundRefused("reporting.round.notCollecting");
        }
        List<RoundRows.Row> open = rows.waiting(staff.municipality(), round.id(), Integer.MAX_VALUE);
        Map<String, OpenTask> byInstance =
                tasks.ofInstances(open.stream().map(RoundRows.Row::instance).toList());
        String cause = UUID.randomUUID().toString();
        int reminded = 0;
        for (RoundRows.Row row : open) {
            OpenTask task = byInstance.get(row.instance());
            if (task != null) {
                events.publishEvent(notice(staff.municipality(), row, task, cause));
                reminded++;
            }
        }
        rounds.note(staff, round.id(), RoundTable.Event.REMINDED, Integer.toString(reminded));
        return reminded;
    }

    private static TaskNotice notice(String municipality, RoundRows.Row row, OpenTask task, String cause) {
        return new TaskNotice(
                TaskNotice.Kind.REMINDED,
                municipality,
                task.id(),
                "report-status",
                row.measure(),
                row.number(),
                task.groups().stream()
                        .filter(group -> group.startsWith(municipality + "-"))
                        .findFirst()
                        .orElse(null),
                task.assignee(),
                task.due(),
                cause);
    }
}
