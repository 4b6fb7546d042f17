package de.kreislaufstadt.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.process.engine.extension.HistoryTimes;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.io.IOException;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

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

    @Autowired
    private ProcessEngineConfigurationImpl engine;

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

    @Test
    void anInstallationKeepsTheHistoryOfAProcessAsLongAsItHasSet() {
        HistoryRemovalTimeProvider usual = engine.getHistoryRemovalTimeProvider();
        engine.setHistoryRemovalTimeProvider(HistoryTimes.of(
                new MockEnvironment().withProperty(HistoryTimes.SETTING + ".MEASURELIFECYCLE", "P30D")));
        try {
            ClockUtil.setCurrentTime(Date.from(Instant.now().minus(32, ChronoUnit.DAYS)));
            String old = rejected();
            ClockUtil.setCurrentTime(Date.from(Instant.now().minus(28, ChronoUnit.DAYS)));
            String recent = rejected();
            ClockUtil.reset();

            cleanUp();

            assertThat(history(old)).isZero();
            assertThat(history(recent)).isPositive();
        } finally {
            engine.setHistoryRemovalTimeProvider(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1Y", "P2M", "P0D", "P-1D"})
    void aTimeIsANumberOfDays(String wrong) {
        MockEnvironment settings = new MockEnvironment().withProperty(HistoryTimes.SETTING + ".deadline-watch", wrong);

        assertThatThrownBy(() -> HistoryTimes.of(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keep.deadline-watch")
                .hasMessageContaining(Period.parse(wrong).toString());
    }

    @Test
    void aProcessThatThereIsNotIsNamed() {
        HistoryTimes times = HistoryTimes.of(new MockEnvironment()
                .withProperty(HistoryTimes.SETTING + ".deadline-watch", "P30D")
                .withProperty(HistoryTimes.SETTING + ".dedline-watch", "P30D"));

        assertThat(times.unknownTo(Set.of("deadline-watch", "measure-lifecycle")))
                .containsExactly("dedlinewatch");
    }

    @Test
    void theWindowIsASettingOfTheInstallation() throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(sources::addLast);
        sources.addFirst(
                new MapPropertySource("installation", Map.of("kreislaufstadt.history.clean-up-from", "01:30")));
        PropertySourcesPropertyResolver settings = new PropertySourcesPropertyResolver(sources);
        String window = "camunda.bpm.generic-properties.properties.history-cleanup-batch-window-";

        assertThat(settings.getProperty(window + "start-time")).isEqualTo("01:30");
        assertThat(settings.getProperty(window + "end-time")).isEqualTo("05:00");
        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("23:00");
        assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
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
