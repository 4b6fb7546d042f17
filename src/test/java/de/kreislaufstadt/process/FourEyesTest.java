package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has had a hand in something does not release it: not the author, not who helped, not who stands in for them. */
@ApplicationTest
class FourEyesTest {

    private static final String AUTHOR = "wfm-sachbearbeitung";
    private static final String OTHER = "umwelt-sachbearbeitung";
    private static final String THIRD = "klima-sachbearbeitung";
    private static final String HEADS = "muenster-wfm-head";

    @Autowired
    private FourEyes fourEyes;

    @Autowired
    private Office office;

    private UUID measure;
    private final UUID workshop = UUID.randomUUID();

    @BeforeEach
    void aMeasure() {
        measure = id(office.as(AUTHOR).proposes());
    }

    @Test
    void theAuthorAndEveryEarlierAuthorAreRefused() {
        written(AUTHOR, null, workshop);
        written(OTHER, null, workshop);

        assertThat(mayRelease(AUTHOR, null)).isFalse();
        assertThat(mayRelease(OTHER, null)).isFalse();
        assertThat(mayRelease(THIRD, null)).isTrue();
    }

    @Test
    void whoStandsInForTheAuthorIsRefusedLikeTheAuthor() {
        written(AUTHOR, null, workshop);

        assertThat(mayRelease(THIRD, AUTHOR)).isFalse();
        assertThat(mayRelease(THIRD, OTHER)).isTrue();
    }

    @Test
    void whatADeputyWroteIsTheWorkOfBoth() {
        written(OTHER, AUTHOR, workshop);

        assertThat(mayRelease(OTHER, null)).as("the deputy").isFalse();
        assertThat(mayRelease(AUTHOR, null)).as("whose place it was").isFalse();
        assertThat(mayRelease(THIRD, AUTHOR)).as("another deputy of theirs").isFalse();
        assertThat(mayRelease(THIRD, OTHER)).as("a deputy of the deputy").isFalse();
        assertThat(mayRelease(THIRD, null)).isTrue();
    }

    @Test
    void aGroupOfHeadsIsNobodysHand() {
        written(OTHER, HEADS, workshop);

        assertThat(mayRelease(THIRD, HEADS))
                .as("one of the heads wrote, another releases")
                .isTrue();
        assertThat(mayRelease(OTHER, HEADS)).isFalse();
    }

    @Test
    void whoActsIsAPersonWhateverTheirIdEndsWith() {
        assertThat(mayRelease("person-head", null)).isTrue();
        written("person-head", null, workshop);
        assertThat(mayRelease("person-head", null)).isFalse();
    }

    @Test
    void whoFillsTheFormForWhoAsksIsAnAuthorAndWhoOnlyAnswersIsNot() {
        String task = written(AUTHOR, null, workshop);
        answered(task, OTHER, true);
        answered(task, THIRD, false);

        assertThat(mayRelease(OTHER, null)).isFalse();
        assertThat(mayRelease(THIRD, null)).isTrue();
    }

    @Test
    void whoAddsADocumentToTheStepHasWorkedOnIt() {
        written(AUTHOR, null, workshop);
        UUID kept = documented(OTHER, workshop);

        assertThat(mayRelease(OTHER, null)).isFalse();
        office.jdbc()
                .sql(
                        "update document set deleted_by = 'x', deleted_at = now(), delete_on = current_date where id = :id")
                .param("id", kept)
                .update();
        assertThat(mayRelease(OTHER, null)).as("taken away again").isTrue();
    }

    @Test
    void whatIsAboutAnotherItemDoesNotCount() {
        UUID second = UUID.randomUUID();
        String task = written(AUTHOR, null, second);
        answered(task, OTHER, true);
        documented(THIRD, second);

        assertThat(mayRelease(AUTHOR, null)).isTrue();
        assertThat(mayRelease(OTHER, null)).isTrue();
        assertThat(mayRelease(THIRD, null)).isTrue();
    }

    private boolean mayRelease(String actor, String inPlaceOf) {
        TaskContext release = new TaskContext(
                Office.MUNICIPALITY,
                measure,
                "X-1",
                "wfm",
                "workshops",
                "release-minutes",
                "1",
                actor,
                Map.of("workshopId", workshop.toString()),
                inPlaceOf);
        try {
            fourEyes.check(release, "releaseResult", "write-minutes");
            return true;
        } catch (FormRefused e) {
            assertThat(e.problems().get(0).messageKey()).isEqualTo("process.fourEyes");
            return false;
        }
    }

    private String written(String by, String inPlaceOf, UUID about) {
        String task = UUID.randomUUID().toString();
        office.jdbc()
                .sql("""
                        insert into step (id, municipality_id, measure_id, process_key, process_version, task_key, task_id, item,
                                          department, completed_by, deputy_for, completed_at, origin)
                        values (gen_random_uuid(), 'muenster', :measure, 'workshops', 1, 'write-minutes', :task, :item,
                                'wfm', :by, :deputyFor, now(), 'PROCESS')
                        """)
                .param("measure", measure)
                .param("task", task)
                .param("item", about.toString())
                .param("by", by)
                .param("deputyFor", inPlaceOf)
                .update();
        return task;
    }

    private void answered(String task, String by, boolean filled) {
        office.jdbc()
                .sql("""
                        insert into task_event (id, municipality_id, measure_id, process_key, task_key, task_id, kind, done_by,
                                                done_at, reason, delete_on, filled)
                        values (gen_random_uuid(), 'muenster', :measure, 'workshops', 'write-minutes', :task, 'ANSWERED', :by,
                                now(), 'So', current_date + 1000, :filled)
                        """)
                .param("measure", measure)
                .param("task", task)
                .param("by", by)
                .param("filled", filled)
                .update();
    }

    private UUID documented(String by, UUID about) {
        UUID document = UUID.randomUUID();
        office.jdbc()
                .sql("""
                        with kept as (
                            insert into document (id, municipality_id, measure_id, kind, process_key, task_key, step_name,
                                                  items, department, created_by)
                            values (:id, 'muenster', :measure, 'MINUTES', 'workshops', 'write-minutes', 'Protokoll schreiben',
                                    array ['workshopId=' || :about], 'wfm', :by)
                            returning id)
                        insert into document_version (id, municipality_id, document_id, number, name, media_type, size, sha256,
                                                      department, created_by)
                        select gen_random_uuid(), 'muenster', id, 1, 'protokoll.pdf', 'application/pdf', 1, repeat('0', 64),
                               'wfm', :by from kept
                        """)
                .param("id", document)
                .param("measure", measure)
                .param("about", about.toString())
                .param("by", by)
                .update();
        return document;
    }

    private UUID id(String number) {
        return office.jdbc()
                .sql("select id from measure where municipality_id = 'muenster' and number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
    }
}
