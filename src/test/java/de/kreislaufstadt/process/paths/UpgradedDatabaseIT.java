package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.audit.AuditCommand;
import de.kreislaufstadt.notification.Postman;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.KeptDatabase;
import de.kreislaufstadt.support.TestClock;
import de.kreislaufstadt.support.TestDatabase;
import de.kreislaufstadt.upgrade.UpgradeCommand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/**
 * The application of today on the database of the previous release, with measures in every state: it migrates the tables, every
 * measure reads as it did, what can be lifted to newer models is lifted, and everything goes on.
 */
@ContextConfiguration(initializers = KeptDatabase.class, inheritInitializers = false)
class UpgradedDatabaseIT extends RoundPaths {

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

    @Autowired
    private Postman postman;

    private LocalDate day;
    private LiftedModels lifted;

    @BeforeEach
    void itIsTheDayOnWhichTheDatabaseWasKept() {
        day = LocalDate.parse(KeptDatabase.about().get("day").asText());
        clock.moveTo(day);
        lifted = new LiftedModels(repository, office, models);
    }

    @AfterEach
    void itIsToday() {
        clock.putBack();
    }

    /** One test: what comes later needs what came before. */
    @Test
    void everythingIsThereAndGoesOn() {
        allMigrationsHaveRunAndChangedModelsAreNewVersions();
        everyRowOfTheReleaseIsThere();
        everyMeasureReadsAsItDid("after the migration");
        assertThat(Printed.by(audit::run, "verify").code())
                .as("the log is whole")
                .isZero();
        whatRunsIsLiftedToNewerModels();
        everyMeasureReadsAsItDid("after the lifting");
        noticesThatWaitedAreSent();
        everyMeasureGoesOn();
        KeptDatabase.aside().forEach(this::goesOn);
        KeptDatabase.rounds()
                .forEach((round, state) ->
                        assertThat(stateOf(round)).as(round).isEqualTo(state.equals("FROZEN") ? "FROZEN" : "CLOSED"));
        assertThat(Printed.by(audit::run, "verify").code())
                .as("the log is whole")
                .isZero();
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
        assertThat(kept)
                .containsKeys(
                        "kreislaufstadt.measure",
                        "kreislaufstadt.notice",
                        "kreislaufstadt.task_draft",
                        "kreislaufstadt.document",
                        "camunda.act_ru_task");
        assertThat(fewer).isEmpty();
    }

    private void everyMeasureReadsAsItDid(String when) {
        Http reader = browser(HEAD);
        Map<String, JsonNode> read = KeptDatabase.read();
        assertThat(read)
                .hasSize(KeptDatabase.measures().size() + KeptDatabase.aside().size());
        read.forEach((measure, before) -> assertThat(AsRead.differences(before, AsRead.of(measure, reader, office)))
                .as("%s %s", measure, when)
                .isEmpty());
    }

    /** Tried first; who stands where the newer model has nothing stays, works on and is listed, and the next version takes it along. */
    private void whatRunsIsLiftedToNewerModels() {
        lifted.everyModelHasANewerVersion();
        Set<String> stay = lifted.standingAt(LiftedModels.GONE);
        assertThat(stay).isNotEmpty();

        Printed trial = lifted.carriesOut("dry-run");
        assertThat(trial.code()).as("something stays").isEqualTo(1);
        assertThat(stay).allSatisfy(measure -> assertThat(trial.text()).contains(measure));
        assertThat(lifted.onOlderVersions()).as("a dry run lifts nothing").isEqualTo(lifted.running());

        Printed report = lifted.carriesOut("lift");
        assertThat(report.code()).as(report.text()).isEqualTo(1);
        assertThat(stay).allSatisfy(measure -> assertThat(report.text()).contains(measure));
        assertThat(lifted.measuresOnOlderVersions())
                .as("only what cannot be lifted stays")
                .isEqualTo(stay);
        assertThat(lifted.entries()).as("entries in the log").isEqualTo(lifted.running() - stay.size());

        lifted.whatWasGoneIsBack();
        Printed rest = lifted.carriesOut("lift");
        assertThat(rest.code()).as(rest.text()).isZero();
        assertThat(lifted.onOlderVersions()).as("instances on older versions").isZero();
    }

    private void noticesThatWaitedAreSent() {
        assertThat(waitingNotices()).as("as the release has left them").isPositive();
        assertThat(postman.sent()).isNotEmpty();
        assertThat(waitingNotices()).isZero();
    }

    private long waitingNotices() {
        return office.jdbc()
                .sql("select count(*) from notice where state = 'NEW'")
                .query(Long.class)
                .single();
    }

    private void everyMeasureGoesOn() {
        WholeLife life = new WholeLife(office, day);
        Map<String, Integer> measures = KeptDatabase.measures();
        assertThat(measures).hasSize(life.steps() + 1);
        measures.forEach((measure, done) -> {
            int last = done == life.steps() ? done : TO_THE_END.contains(done) ? life.steps() : done + 1;
            for (int step = done; step < last; step++) {
                life.does(measure, step);
            }
            assertThat(office.isRunning(measure)).as(measure).isEqualTo(last < life.steps());
        });
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
            case "DRAFTED" -> isFinished(measure);
            case "TO_REPORT" -> {
                clerk("wfm").completes(measure, "report-status", data -> data.put("asOf", day.toString()));
                KeptDatabase.rounds().keySet().stream()
                        .filter(round -> !stateOf(round).equals("FROZEN"))
                        .forEach(round -> runs(round, "withdraw-missing-reports"));
            }
            case "REPORTED", "FROZEN" -> assertThat(office.isRunning(measure)).isTrue();
            default -> {
                assertThat(state(measure)).as(measure).isEqualTo(what);
                assertThat(office.isRunning(measure)).as(measure).isFalse();
            }
        }
    }

    /** What was begun under the release before is found again and finished under this one. */
    private void isFinished(String measure) {
        Http clerk = browser(UNIT);
        String pages = "/camunda/api/kreislaufstadt/";
        JsonNode draft = clerk.get(pages + "form/task/" + task(measure, "review-proposal") + "/draft")
                .json();
        assertThat(draft.at("/data/note").asText()).isEqualTo(KeptDatabaseMaker.HALF_DONE);
        List<String> files = all(measure, "select id from document where measure_id = :measure");
        assertThat(files).hasSize(1);
        assertThat(clerk.download(pages + "documents/" + files.get(0) + "/versions/1")
                        .body())
                .isEqualTo(KeptDatabaseMaker.FILE);
        clerk("klima").completes(measure, "review-proposal");
    }

    private void steers(String measure, String how) {
        Http head = new Http(port);
        head.signIn("wfm-leitung", TestDatabase.PASSWORD, "tasklist");
        Http.Answer answer = head.post(
                "/camunda/api/kreislaufstadt/measures/" + measure + "/steering/" + how,
                "{\"reason\": \"Es geht weiter\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
