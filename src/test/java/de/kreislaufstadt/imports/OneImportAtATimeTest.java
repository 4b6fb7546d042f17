package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a municipality one import is applied at a time, on the page or on the command line; whoever comes second is told so. */
@ApplicationTest
class OneImportAtATimeTest extends ImportingAdministrator {

    private static final String TOLD = "In dieser Kommune wird gerade eine andere Übernahme angewendet";
    private static final LocalDate DAY = LocalDate.of(2024, 3, 26);

    @TempDir
    private Path folder;

    @Autowired
    private CommandRuns commands;

    @Autowired
    private ImportCommand command;

    @Autowired
    private Imports imports;

    @Autowired
    private RunTable runs;

    @Autowired
    private PlatformTransactionManager transactions;

    @AfterEach
    void nothing_is_left_at_work() {
        office.jdbc()
                .sql("update import_run set stage = 'STOPPED', worked_until = null"
                        + " where municipality_id = 'muenster' and stage = 'APPLYING'")
                .update();
    }

    @Test
    void a_second_import_on_the_page_is_refused_until_the_first_is_done() {
        String first = planned(row("a", "Eins", "1 €"));
        String second = planned(row("b", "Zwei", "2 €"));
        assertThat(admin().post(path(first) + "/apply", "{}").status()).isEqualTo(202);

        Http.Answer refused = admin().post(path(second) + "/apply", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("message").asText()).startsWith(TOLD);
        assertThat(run(second).get("stage").asText()).isEqualTo("PLANNED");
        work();
        assertThat(admin().post(path(second) + "/apply", "{}").status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_two_connections_that_begin_in_the_same_moment_one_gets_through(boolean committed) {
        String first = planned(row("c" + committed, "Eins", "1 €"));
        String second = planned(row("d" + committed, "Zwei", "2 €"));
        admin();
        CompletableFuture<Http.Answer> other = new TransactionTemplate(transactions).execute(status -> {
            assertThat(runs.move(
                            Office.MUNICIPALITY,
                            UUID.fromString(first),
                            List.of(ImportRun.Stage.PLANNED),
                            ImportRun.Stage.APPLYING))
                    .isTrue();
            CompletableFuture<Http.Answer> answer =
                    CompletableFuture.supplyAsync(() -> admin().post(path(second) + "/apply", "{}"));
            if (!committed) {
                status.setRollbackOnly();
            }
            return answer;
        });

        assertThat(other.join().status()).isEqualTo(committed ? 409 : 202);
    }

    @Test
    void a_command_is_refused_while_the_page_applies_and_writes_nothing() throws Exception {
        String first = planned(row("e", "Eins", "1 €"));
        assertThat(admin().post(path(first) + "/apply", "{}").status()).isEqualTo(202);
        Path table = Files.writeString(folder.resolve("t.csv"), row("f", "Zwei", "2 €"));
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = command.run(
                List.of(
                        "apply",
                        "--municipality=muenster",
                        "--document=Liste",
                        "--asof=26.03.2024",
                        "--lead=klima",
                        table.toString()),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(TOLD);
        assertThat(measures("f")).isZero();
    }

    @Test
    void the_page_is_refused_while_a_command_applies_and_not_after_the_command_has_died() {
        String other = planned(row("g", "Eins", "1 €"));
        UUID run = UUID.randomUUID();
        commands.begin(run, settings(), List.of("liste.csv"), 1, "import-command", Instant.now(), DAY.plusYears(3));
        assertThat(admin().post(path(other) + "/apply", "{}")
                        .json()
                        .get("message")
                        .asText())
                .startsWith(TOLD);

        office.jdbc()
                .sql(
                        "update import_run set worked_until = now() - interval '1 minute' where municipality_id = 'muenster'"
                                + " and id = :id")
                .param("id", run)
                .update();

        assertThat(admin().post(path(other) + "/apply", "{}").status()).isEqualTo(202);
        work();
        assertThat(measures("g")).isEqualTo(1);
        assertThat(run(run.toString()).get("stage").asText()).isEqualTo("STOPPED");
    }

    private ImportSettings settings() {
        return ImportOptions.said(Map.of("document", "Liste", "asof", "26.03.2024", "lead", "klima"))
                .settings(imports.city(Office.MUNICIPALITY), CityDay.today());
    }

    private int measures(String id) {
        return office.jdbc()
                .sql("select count(distinct measure_id) from measure_version where municipality_id = 'muenster'"
                        + " and external_id = :id")
                .param("id", id(id))
                .query(Integer.class)
                .single();
    }
}
