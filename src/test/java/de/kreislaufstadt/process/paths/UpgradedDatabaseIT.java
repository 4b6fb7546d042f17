package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.audit.AuditCommand;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.KeptDatabase;
import de.kreislaufstadt.support.TestClock;
import de.kreislaufstadt.support.TestDatabase;
import de.kreislaufstadt.upgrade.ChangedModels;
import de.kreislaufstadt.upgrade.UpgradeCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * The application of today on the database of the previous release, with measures in every state: it migrates the tables, deploys what
 * has changed, lifts what can be lifted, and everything goes on.
 */
@ContextConfiguration(initializers = KeptDatabase.class, inheritInitializers = false)
class UpgradedDatabaseIT extends MeasurePaths {

    /** One of each of these phases goes on until the archive: every step of the release before is followed by those of today. */
    private static final Set<Integer> TO_THE_END = Set.of(0, 9, 20, 34);

    @Autowired
    private TestClock.Movable clock;

    @Autowired
    private Flyway flyway;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private AuditCommand audit;

    @Autowired
    private UpgradeCommand models;

    @LocalServerPort
    private int port;

    private LocalDate day;

    @BeforeEach
    void itIsTheDayOnWhichTheDatabaseWasKept() {
        day = LocalDate.parse(KeptDatabase.about().get("day").asText());
        clock.moveTo(day);
    }

    @AfterEach
    void itIsToday() {
        clock.putBack();
    }

    /** One test: what comes later needs what came before. */
    @Test
    void everythingIsThereAndGoesOn() {
        Map<String, Integer> measures = KeptDatabase.measures();
        Map<String, String> aside = KeptDatabase.aside();
        allMigrationsHaveRunAndChangedModelsAreNewVersions();
        everyRowOfTheReleaseIsThere();
        assertThat(command("verify")).as("the log is whole").isZero();
        everyModelHasANewerVersionAndEverythingIsLiftedToIt();
        WholeLife life = new WholeLife(office, day);
        assertThat(measures).hasSize(life.steps() + 1);
        measures.forEach((measure, done) -> {
            int last = done == life.steps() ? done : TO_THE_END.contains(done) ? life.steps() : done + 1;
            for (int step = done; step < last; step++) {
                life.does(measure, step);
            }
            assertThat(office.isRunning(measure)).as(measure).isEqualTo(last < life.steps());
        });
        aside.forEach(this::goesOn);
        assertThat(command("verify")).as("the log is whole").isZero();
    }

    private void allMigrationsHaveRunAndChangedModelsAreNewVersions() {
        assertThat(flyway.info().pending()).isEmpty();
        boolean changed = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .anyMatch(newest -> newest.getVersion() > 1);
        assertThat(changed && flyway.info().current().getVersion().getVersion().equals(KeptDatabase.LAST_MIGRATION))
                .as("a release with a changed model brings a migration, so that older nodes know they are older")
                .isFalse();
    }

    private void everyRowOfTheReleaseIsThere() {
        Map<String, Integer> kept = KeptDatabase.rows();
        Set<String> fewer = new TreeSet<>();
        kept.forEach((table, rows) -> {
            long now = office.jdbc()
                    .sql("select count(*) from " + table)
                    .query(Long.class)
                    .single();
            if (now < rows) {
                fewer.add(table + ": " + now + " of " + rows);
            }
        });
        assertThat(kept).containsKey("kreislaufstadt.measure");
        assertThat(fewer).isEmpty();
    }

    /** Of all models, so that measures in every state are lifted, whether a release has changed their model or not. */
    private void everyModelHasANewerVersionAndEverythingIsLiftedToIt() {
        ChangedModels next = new ChangedModels(repository);
        repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                .map(ProcessDefinition::getKey)
                .forEach(process -> next.shared(process, ChangedModels.tagged("9.0.0")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);

        int code = models.run(List.of("lift"), printer, printer);

        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(repository.createProcessDefinitionQuery().list().stream()
                        .filter(one -> running(one) > 0)
                        .filter(one -> one.getVersion() < newest(one))
                        .map(ProcessDefinition::getId))
                .as("nothing runs on an older version")
                .isEmpty();
    }

    private long running(ProcessDefinition one) {
        return office.runtime()
                .createProcessInstanceQuery()
                .processDefinitionId(one.getId())
                .count();
    }

    private int newest(ProcessDefinition one) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(one.getKey())
                .latestVersion()
                .withoutTenantId()
                .singleResult()
                .getVersion();
    }

    private void goesOn(String measure, String what) {
        switch (what) {
            case "TO_BE_SIGNED", "PARTLY_SIGNED" -> {
                if (what.equals("TO_BE_SIGNED")) {
                    clerk("ratsservice").completes(measure, "co-sign", current(measure));
                }
                assertThat(office.openTasks(measure)).isNotEmpty();
            }
            case "RESTING" -> {
                steers(measure, "resume");
                clerk("wfm").completes(measure, "define-knowledge-goals");
            }
            case "DRAFTED" -> {
                Http clerk = new Http(port);
                clerk.signIn("klima-sachbearbeitung", TestDatabase.PASSWORD, "tasklist");
                String task = office.open(measure, "review-proposal").get(0).getId();
                assertThat(clerk.get("/camunda/api/kreislaufstadt/form/task/" + task + "/draft")
                                .json()
                                .at("/data/comment")
                                .asText())
                        .isEqualTo("Halb fertig");
                clerk("klima").completes(measure, "review-proposal");
            }
            default -> {
                assertThat(state(measure)).as(measure).isEqualTo(what);
                assertThat(office.isRunning(measure)).as(measure).isFalse();
            }
        }
    }

    private void steers(String measure, String how) {
        Http head = new Http(port);
        head.signIn("wfm-leitung", TestDatabase.PASSWORD, "tasklist");
        Http.Answer answer = head.post(
                "/camunda/api/kreislaufstadt/measures/" + measure + "/steering/" + how,
                "{\"reason\": \"Es geht weiter\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private int command(String word) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        return audit.run(List.of(word), printer, printer);
    }
}
