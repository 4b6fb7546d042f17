package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A row is applied whole or not at all, whatever fails in the middle of it, and what a node leaves that dies is gone on with. */
@ApplicationTest
class FailingRowsTest extends ImportingAdministrator {

    private static final String REPORTS = "Kennung in anderen Systemen;Sachstand vom;Sachstand\n";

    @TempDir
    private Path folder;

    @Autowired
    private Imports imports;

    @Autowired
    private CarryOut carryOut;

    /** The report is the last that is written of a row: its measure, its version and its process are there by then. */
    @BeforeEach
    void the_database_fails_at_a_certain_report() {
        asOwner("create function %1$s.no_report() returns trigger language plpgsql as $$ begin"
                + " raise exception 'the disk is full'; end $$");
        asOwner("create trigger no_report before insert on %1$s.measure_status_report for each row"
                + " when (new.text = 'scheitert') execute function %1$s.no_report()");
    }

    @AfterEach
    void the_database_is_well_again() {
        asOwner("drop trigger no_report on %1$s.measure_status_report");
        asOwner("drop function %1$s.no_report()");
    }

    @Test
    void a_new_measure_whose_row_fails_in_the_database_leaves_nothing_and_the_other_rows_are_applied() {
        long before = everything();
        String run = planned(rows("a", "b", "c"), REPORTS + id("b") + ";01.03.2024;scheitert\n");
        apply(run);

        assertThat(run(run).get("stage").asText()).isEqualTo("APPLIED");
        assertThat(run(run).at("/rows").toString()).isEqualTo("{\"CREATED\":2,\"REFUSED\":1}");
        assertThat(admin().get(path(run) + "/rows/2").json().at("/0/note").asText())
                .isNotBlank()
                .doesNotContain("disk", "Exception");
        assertThat(measures("a") + measures("c")).isEqualTo(2);
        assertThat(measures("b")).isZero();
        assertThat(everything()).isEqualTo(before + 2);
    }

    @Test
    void a_measure_that_is_there_stays_as_it_was() {
        apply(planned(row("d", "Quartier", "1 €")));
        String run = planned(row("d", "Neues Quartier", "2 €"), REPORTS + id("d") + ";01.03.2024;scheitert\n");
        apply(run);

        assertThat(run(run).at("/rows/REFUSED").asInt()).isEqualTo(1);
        assertThat(office.jdbc()
                        .sql("select max(version) || ' ' || max(title) from measure_version"
                                + " where municipality_id = 'muenster' and external_id = :id")
                        .param("id", id("d"))
                        .query(String.class)
                        .single())
                .isEqualTo("1 Quartier");
    }

    @Test
    void a_node_that_dies_in_the_middle_leaves_the_rest_to_another_one_as_soon_as_nobody_counts_on_it() {
        String run = planned(rows("e", "f", "g"));
        assertThat(admin().post(path(run) + "/apply", "{}").status()).isEqualTo(202);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> worker.workOff(() -> {
                    if (asked.incrementAndGet() == 5) {
                        throw new OutOfMemoryError("the node dies");
                    }
                    return true;
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(run(run).get("stage").asText()).isEqualTo("APPLYING");
        int done = measures("e") + measures("f") + measures("g");
        assertThat(done).isBetween(1, 2);

        work();
        assertThat(measures("e") + measures("f") + measures("g"))
                .as("another node waits until it may be sure")
                .isEqualTo(done);

        office.jdbc()
                .sql("update import_run set worked_until = now() - interval '1 second'"
                        + " where municipality_id = 'muenster' and id = cast(:id as uuid)")
                .param("id", run)
                .update();
        work();
        assertThat(run(run).get("stage").asText()).isEqualTo("APPLIED");
        assertThat(run(run).at("/rows").toString()).isEqualTo("{\"CREATED\":3}");
        assertThat(measures("e") + measures("f") + measures("g")).isEqualTo(3);
    }

    @Test
    void a_command_that_dies_in_the_middle_is_begun_anew_without_doing_anything_twice() throws IOException {
        ImportSettings settings = settings();
        SourceFile file = file(rows("h", "i", "j"));
        ImportPlan plan = imports.plan(settings, List.of(file), null);
        assertThatThrownBy(() -> carryOut.carryOut(settings, List.of("liste.csv"), plan, "import-command", row -> {
                    if (row == 2) {
                        throw new IllegalStateException("the command is ended");
                    }
                }))
                .isInstanceOf(IllegalStateException.class);

        Map<ImportPlan.Fate, Integer> again = carryOut.carryOut(
                        settings,
                        List.of("liste.csv"),
                        imports.plan(settings, List.of(file), null),
                        "import-command",
                        row -> {})
                .rows();

        assertThat(again).isEqualTo(Map.of(ImportPlan.Fate.LEFT, 2, ImportPlan.Fate.CREATED, 1));
        assertThat(measures("h") + measures("i") + measures("j")).isEqualTo(3);
    }

    @Test
    void what_another_import_has_brought_meanwhile_is_not_created_twice() throws IOException {
        ImportSettings settings = settings();
        SourceFile file = file(rows("k", "l", "m"));
        ImportPlan early = imports.plan(settings, List.of(file), null);
        apply(planned(row("l", "Zwei", "1 €")));

        assertThat(carryOut.carryOut(settings, List.of("liste.csv"), early, "import-command", row -> {})
                        .rows())
                .isEqualTo(Map.of(ImportPlan.Fate.CREATED, 2, ImportPlan.Fate.REFUSED, 1));
        assertThat(measures("l")).isEqualTo(1);
    }

    private ImportSettings settings() {
        return ImportOptions.said(Map.of("document", "Liste", "asof", "26.03.2024", "lead", "klima"))
                .settings(imports.city(Office.MUNICIPALITY), CityDay.today());
    }

    private SourceFile file(String table) throws IOException {
        Path path = Files.writeString(folder.resolve("liste.csv"), table, StandardCharsets.UTF_8);
        return new SourceFile("liste.csv", path);
    }

    private String planned(String... tables) {
        String run = begun();
        for (int i = 0; i < tables.length; i++) {
            assertThat(upload(run, i + ".csv", tables[i].getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(201);
        }
        plan(run, "{}");
        return run;
    }

    private String rows(String... ids) {
        StringBuilder rows = new StringBuilder(row(ids[0], "Eins", "1 €"));
        for (int i = 1; i < ids.length; i++) {
            rows.append(row(ids[i], "Zwei", "1 €").lines().skip(1).findFirst().orElseThrow())
                    .append('\n');
        }
        return rows.toString();
    }

    /** Measures and what hangs on them, so that nothing is left of one that failed. */
    private long everything() {
        long measures = count("measure", null);
        assertThat(office.jdbc()
                        .sql("select count(*) from measure m where m.municipality_id = 'muenster' and not exists"
                                + " (select from measure_version v where v.municipality_id = m.municipality_id"
                                + " and v.measure_id = m.id)")
                        .query(Long.class)
                        .single())
                .isZero();
        return measures;
    }

    private int measures(String id) {
        return office.jdbc()
                .sql("select count(distinct measure_id) from measure_version where municipality_id = 'muenster'"
                        + " and external_id = :id")
                .param("id", id(id))
                .query(Integer.class)
                .single();
    }

    /** @param sql with the schema of the tables as its placeholder */
    private void asOwner(String sql) {
        TestPostgres.asOwner(said("current_database()"), sql.formatted(said("current_schema()")));
    }

    private String said(String function) {
        return office.jdbc().sql("select " + function).query(String.class).single();
    }
}
