package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Office.MUNICIPALITY;

import de.kreislaufstadt.deadline.WorkingDays;
import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.support.TestClock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Paths that begin with the morning's look at the deadlines, on whatever day that is. */
@RecordApplicationEvents
abstract class MorningPaths extends MeasurePaths {

    static final String REVIEW = "review-proposal";

    @Autowired
    WorkingDays workingDays;

    @Autowired
    TestClock.Movable clock;

    @Autowired
    private ApplicationEvents events;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
    }

    /** Lets the watch that waits for its morning do its work on that day. */
    void morningOf(LocalDate day) {
        clock.moveTo(day);
        Job morning = waitingWatch();
        String watch = morning.getProcessInstanceId();
        office.management().executeJob(morning.getId());
        List<Job> next = jobsOf(watch);
        while (!next.isEmpty()) {
            next.forEach(job -> office.management().executeJob(job.getId()));
            next = jobsOf(watch);
        }
    }

    Job waitingWatch() {
        return office.management()
                .createJobQuery()
                .activityId("deadline-morning")
                .tenantIdIn(MUNICIPALITY)
                .singleResult();
    }

    List<Job> jobsOf(String instance) {
        return office.management().createJobQuery().processInstanceId(instance).list();
    }

    String watchDay() {
        ProcessInstance watch = office.runtime()
                .createProcessInstanceQuery()
                .processInstanceId(waitingWatch().getProcessInstanceId())
                .singleResult();
        return watch.getBusinessKey();
    }

    List<String> reminders(String measure) {
        return told(measure, TaskNotice.Kind.REMINDED);
    }

    List<String> told(String measure, TaskNotice.Kind kind) {
        return events.stream(TaskNotice.class)
                .filter(notice -> notice.kind() == kind && measure.equals(notice.measureNumber()))
                .map(notice ->
                        notice.taskKey() + " to " + (notice.assignee() == null ? notice.group() : notice.assignee()))
                .toList();
    }

    static LocalDate nextSaturday(LocalDate day) {
        LocalDate saturday = day;
        while (saturday.getDayOfWeek() != java.time.DayOfWeek.SATURDAY) {
            saturday = saturday.plusDays(1);
        }
        return saturday;
    }
}
