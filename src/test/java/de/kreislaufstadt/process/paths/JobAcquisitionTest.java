package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes that look for due jobs at the same moment find different ones, and neither waits for the other nor fails. */
class JobAcquisitionTest extends MeasurePaths {

    /** More than are due here. */
    private static final int ALL = 1_000;

    @Autowired
    ProcessEngine engine;

    @Autowired
    PlatformTransactionManager transactions;

    private List<String> due;

    @BeforeEach
    void twoMeasuresAreTakenUpAgain() {
        due = List.of(deferred(), deferred());
    }

    @AfterEach
    void theyAreNotDueAnyMore() {
        due.forEach(job -> office.management().setJobDuedate(job, Date.from(Instant.parse("2099-02-02T00:00:00Z"))));
    }

    private String deferred() {
        String measure = reviewed();
        head("wfm").completes(measure, "decide-measure", data -> {
            data.removeAll();
            data.put("result", "DEFER")
                    .put("body", "Leitung der Wirtschaftsförderung")
                    .put("decidedOn", "2025-01-20")
                    .put("reason", "Der Haushalt ist noch nicht beschlossen.")
                    .put("deferredUntil", "2099-02-02");
        });
        String job =
                office
                        .management()
                        .createJobQuery()
                        .activityId("resubmission-date")
                        .orderByJobId()
                        .asc()
                        .list()
                        .stream()
                        .filter(timer -> office.runtime()
                                        .createProcessInstanceQuery()
                                        .processInstanceId(timer.getProcessInstanceId())
                                        .processInstanceBusinessKey(measure)
                                        .count()
                                == 1)
                        .findFirst()
                        .orElseThrow()
                        .getId();
        office.management().setJobDuedate(job, Date.from(Instant.parse("2020-01-01T00:00:00Z")));
        return job;
    }

    @Test
    void whatOneNodeIsTakingTheOtherPassesOver() {
        onOneNode(() -> {
            List<String> first = taken(1);
            assertThat(first).hasSize(1);
            onOneNode(() -> {
                // Whoever waited for the other node would wait for ever.
                office.jdbc().sql("set local lock_timeout = '5s'").update();
                assertThat(taken(ALL)).doesNotContainAnyElementsOf(first).containsAnyElementsOf(due);
            });
        });
    }

    @Test
    void whatIsTakenByNobodyIsFoundByTheNextOne() {
        onOneNode(() -> assertThat(taken(ALL)).containsAll(due));
        onOneNode(
                () -> assertThat(taken(ALL)).as("the first one gave them back").containsAll(due));
    }

    /** In a transaction of its own, which is taken back. */
    private void onOneNode(Runnable work) {
        TransactionTemplate node = new TransactionTemplate(transactions);
        node.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        node.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private List<String> taken(int most) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(new AcquireJobsCmd(configuration.getJobExecutor(), most))
                .getJobIdBatches()
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
