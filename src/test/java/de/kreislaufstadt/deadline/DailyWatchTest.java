package de.kreislaufstadt.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every municipality has one watch that waits, however many nodes start and whatever has become of the one before. */
@ApplicationTest
class DailyWatchTest {

    @Autowired
    private DailyWatch watch;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Office office;

    @Test
    void theWatchWaitsForTheMorningOfAWorkingDay() {
        ProcessInstance waiting = waiting().get(0);
        LocalDate day = LocalDate.parse(waiting.getBusinessKey());
        assertThat(workingDays.isWorkingDay(Office.MUNICIPALITY, day)).isTrue();
        assertThat(waiting.getTenantId()).isEqualTo(Office.MUNICIPALITY);
        Job timer = office.management()
                .createJobQuery()
                .processInstanceId(waiting.getId())
                .activityId("deadline-morning")
                .singleResult();
        assertThat(timer.getDuedate().toInstant())
                .isEqualTo(day.atTime(6, 30)
                        .atZone(java.time.ZoneId.of("Europe/Berlin"))
                        .toInstant());
    }

    @Test
    void nodesThatStartTogetherSetUpOneWatch() throws Exception {
        waiting().forEach(instance -> office.runtime().deleteProcessInstance(instance.getId(), "lost"));
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> node = () -> {
                watch.ensure();
                return true;
            };
            for (Future<Boolean> started : nodes.invokeAll(List.of(node, node, node))) {
                assertThat(started.get()).isTrue();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(waiting()).hasSize(1);
        watch.ensure();
        assertThat(waiting()).hasSize(1);
    }

    private List<ProcessInstance> waiting() {
        return office.runtime()
                .createProcessInstanceQuery()
                .processDefinitionKey(DailyWatch.PROCESS)
                .tenantIdIn(Office.MUNICIPALITY)
                .list();
    }
}
