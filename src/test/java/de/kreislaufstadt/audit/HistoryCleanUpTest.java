package de.kreislaufstadt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's history goes when its time has come, for each process after its own; the log of actions stays. */
@ApplicationTest
class HistoryCleanUpTest {

    private static final int TEN_YEARS = 3650;

    @Autowired
    private Office office;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ChainCheck chain;

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void whatHasEndedLongAgoGoesAndTheLogStays() {
        ClockUtil.setCurrentTime(Date.from(Instant.now().minus(TEN_YEARS + 2L, ChronoUnit.DAYS)));
        String old = rejected();
        ClockUtil.setCurrentTime(Date.from(Instant.now().minus(TEN_YEARS - 2L, ChronoUnit.DAYS)));
        String recent = rejected();
        ClockUtil.reset();
        String running = office.as("wfm-sachbearbeitung").proposes();
        long logged = entries(old);
        assertThat(history(old)).isPositive();

        cleanUp();

        assertThat(history(old)).as("ten years and two days ago").isZero();
        assertThat(history(recent)).as("ten years less two days ago").isPositive();
        assertThat(history(running)).isPositive();
        assertThat(entries(old)).isEqualTo(logged).isPositive();
        assertThat(office.jdbc()
                        .sql(
                                "select count(*) from step s join measure m on m.id = s.measure_id where m.number = :number")
                        .param("number", old)
                        .query(Long.class)
                        .single())
                .as("and so do the steps")
                .isPositive();
        assertThat(chain.verify("muenster", List.of()).broken()).isNull();
    }

    @Test
    void everyProcessSaysHowLongItsHistoryIsKept() {
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .withoutTenantId()
                        .list())
                .isNotEmpty()
                .allSatisfy(definition -> assertThat(definition.getHistoryTimeToLive())
                        .as(definition.getKey())
                        .isEqualTo(expected(definition)));
    }

    /** What only watches over others and decides nothing is kept for a quarter of a year. */
    private static int expected(ProcessDefinition definition) {
        return definition.getKey().equals("deadline-watch") ? 90 : TEN_YEARS;
    }

    private String rejected() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        office.as("wfm-leitung").completes(number, "decide-measure", data -> {
            data.put("result", "REJECT").put("reason", "Die Mittel fehlen.");
            data.remove("phases");
        });
        assertThat(office.isRunning(number)).isFalse();
        return number;
    }

    /** As the engine does at night; the window only says when. */
    private void cleanUp() {
        office.history().cleanUpHistoryAsync(true);
        office.history()
                .findHistoryCleanupJobs()
                .forEach(job -> office.management().executeJob(job.getId()));
    }

    private long history(String number) {
        return office.jdbc().sql("""
                        select (select count(*) from camunda.act_hi_procinst p where p.business_key_ = :number)
                             + (select count(*) from camunda.act_hi_taskinst t join measure m on m.number = :number
                                join step s on s.measure_id = m.id and s.task_id = t.id_)
                        """).param("number", number).query(Long.class).single();
    }

    private long entries(String number) {
        return office.jdbc()
                .sql(
                        "select count(*) from audit_entry e join measure m on m.id = e.measure_id where m.number = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }
}
