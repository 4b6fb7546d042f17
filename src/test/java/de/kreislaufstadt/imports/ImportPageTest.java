package de.kreislaufstadt.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.RetentionRule;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.StatementCount;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Measures are imported on the page of administrators: looked at first, then applied in the background. */
@ApplicationTest
class ImportPageTest extends ImportingAdministrator {

    @Autowired
    @Qualifier("importsGo")
    private RetentionRule retention;

    @Autowired
    private Clock clock;

    @Autowired
    private ImportTable rows;

    @Autowired
    private KeptReport reports;

    @Autowired
    private StatementCount.Counter counter;

    @Test
    void what_an_import_would_do_is_looked_at_row_by_row_and_field_by_field_and_nothing_is_written() {
        String run = planned(row("a", "Quartier", "ca. 25.000 € pro Jahr"));

        JsonNode plan = run(run);
        assertThat(plan.get("stage").asText()).isEqualTo("PLANNED");
        assertThat(plan.at("/rows/CREATED").asInt()).isEqualTo(1);
        assertThat(plan.get("findings").asInt()).isPositive();
        assertThat(plan.get("by").asText()).isNotEqualTo("admin");
        JsonNode row = admin().get(path(run) + "/rows").json().at("/rows/0");
        assertThat(row.get("id").asText()).isEqualTo(id("a"));
        assertThat(row.get("title").asText()).isEqualTo("Quartier");
        assertThat(row.get("line").asInt()).isEqualTo(2);
        assertThat(row.get("applied").asBoolean()).isFalse();
        assertThat(admin().get(path(run) + "/rows/1").json())
                .anySatisfy(field -> {
                    assertThat(field.get("field").asText()).isEqualTo("Kosten");
                    assertThat(field.get("original").asText()).isEqualTo("ca. 25.000 € pro Jahr");
                    assertThat(field.get("fate").asText()).isEqualTo("neu");
                    assertThat(field.get("note").asText()).contains("Eine ungefähre Zahl");
                })
                .anySatisfy(field -> {
                    assertThat(field.get("field").asText()).isEqualTo("Federführende Organisationseinheit");
                    assertThat(field.get("target").asText())
                            .as("names, not codes")
                            .isEqualTo(office.jdbc()
                                    .sql(
                                            "select name from department where municipality_id = 'muenster' and key = 'klima'")
                                    .query(String.class)
                                    .single());
                })
                .anySatisfy(field -> assertThat(field.get("part").asText()).isEqualTo("Tabelle"));
        assertThat(measures("a")).isZero();
    }

    @Test
    void what_was_looked_at_is_applied_and_the_report_is_kept_without_the_files() {
        String run = planned(row("b", "Quartier", "30.000 €"));

        assertThat(admin().post(path(run) + "/apply", "{}").status()).isEqualTo(202);
        work();

        JsonNode done = run(run);
        assertThat(done.get("stage").asText()).isEqualTo("APPLIED");
        assertThat(done.get("done").asInt()).isEqualTo(1);
        assertThat(done.get("finishedAt").asText()).isNotEmpty();
        assertThat(measures("b")).isEqualTo(1);
        JsonNode row = admin().get(path(run) + "/rows?fate=CREATED").json().at("/rows/0");
        assertThat(row.get("number").asText()).matches("BS-\\d{2,5}");
        assertThat(office.isRunning(row.get("number").asText())).isTrue();
        Http.Answer report = admin().get(path(run) + "/report");
        assertThat(report.header("Content-Disposition")).contains("uebernahme-");
        assertThat(report.body()).contains("Zeile;Kennung", id("b"), "30.000 €", "Kosten");
        assertThat(count("import_file", run)).isZero();
        assertThat(run(planned(row("b", "Quartier", "30.000 €")))
                        .at("/rows/LEFT")
                        .asInt())
                .as("the same again changes nothing")
                .isEqualTo(1);
    }

    @Test
    void what_has_changed_since_it_was_looked_at_is_refused_and_not_written() {
        apply(planned(row("c", "Quartier", "30.000 €")));
        String first = planned(row("c", "Quartier Nord", "30.000 €"));
        apply(planned(row("c", "Quartier Ost", "30.000 €")));

        apply(first);

        assertThat(run(first).at("/rows/REFUSED").asInt()).isEqualTo(1);
        assertThat(admin().get(path(first) + "/rows/1").json().at("/0/note").asText())
                .contains("Jemand hat diese Maßnahme geändert");
        assertThat(title("c")).isEqualTo("Quartier Ost");
    }

    @Test
    void an_import_is_stopped_between_two_rows_and_what_is_applied_stays() {
        String run = planned(rows("d", "e"));
        admin().post(path(run) + "/apply", "{}");
        assertThat(admin().post(path(run) + "/stop", "{}")
                        .json()
                        .get("stopping")
                        .asBoolean())
                .isTrue();
        work();

        assertThat(run(run).get("stage").asText()).isEqualTo("STOPPED");
        assertThat(measures("d")).isEqualTo(1);
        assertThat(measures("e")).isZero();
        assertThat(admin().post(path(run) + "/apply", "{}").status()).isEqualTo(409);
        assertThat(admin().post(path(run) + "/stop", "{}").status()).isEqualTo(409);
    }

    @Test
    void what_a_node_leaves_undone_another_one_goes_on_with_and_no_row_is_done_twice() {
        String run = planned(rows("f", "g"));
        admin().post(path(run) + "/apply", "{}");
        AtomicInteger asked = new AtomicInteger();
        // Asked before it takes an import, at each row it reads, and after each row it has written.
        worker.workOff(() -> asked.incrementAndGet() <= 3);
        assertThat(run(run).get("stage").asText()).isEqualTo("APPLYING");
        assertThat(measures("f")).isEqualTo(1);
        assertThat(measures("g")).isZero();

        work();

        assertThat(run(run).get("stage").asText()).isEqualTo("APPLIED");
        assertThat(run(run).at("/rows/CREATED").asInt()).isEqualTo(2);
        assertThat(measures("f") + measures("g")).isEqualTo(2);
    }

    @Test
    void a_report_goes_with_its_rows_on_its_day_and_an_import_that_nobody_applies_as_soon_as_a_draft() {
        String applied = planned(row("m", "Eins", "1 €"));
        apply(applied);
        String forgotten = planned(row("n", "Zwei", "2 €"));
        LocalDate today = LocalDate.now(clock);

        retention.forget(Office.MUNICIPALITY, today.plusDays(90));
        assertThat(admin().get(path(forgotten)).status()).isEqualTo(404);
        assertThat(count("import_row", forgotten) + count("import_file", forgotten) + count("import_chunk", forgotten))
                .isZero();
        assertThat(count("import_row", applied)).isEqualTo(1);

        retention.forget(Office.MUNICIPALITY, today.plusYears(3));
        assertThat(count("import_row", applied)).isZero();
        assertThat(measures("m")).isEqualTo(1);
    }

    @Test
    void an_encoding_that_cannot_be_told_is_asked_for_and_then_used() {
        byte[] doubtful = ("Titel;outline.externalId\nNr. © A;" + id("h") + "\n").getBytes(StandardCharsets.ISO_8859_1);
        String run = begun();
        upload(run, "liste.csv", doubtful);
        plan(run, "{}");

        JsonNode asked = run(run);
        assertThat(asked.get("stage").asText()).isEqualTo("REFUSED");
        assertThat(asked.at("/problems/0/field").asText()).isEqualTo("encoding");
        assertThat(asked.at("/problems/0/message").asText()).contains("Windows-1252 läse", "Mac Roman läse");
        assertThat(admin().post(path(run) + "/plan", "{\"encoding\": \"EBCDIC\"}")
                        .status())
                .isEqualTo(400);

        plan(run, "{\"encoding\": \"MAC_ROMAN\"}");
        assertThat(run(run).get("stage").asText()).isEqualTo("PLANNED");
    }

    @Test
    void a_running_measure_starts_in_the_phase_it_has_reached_with_its_steps_as_history() {
        apply(planned("outline.externalId;Titel;Was ist im Einzelnen geplant?;Handlungsfeld;"
                + "responsibility.responsibleBody;Stand;Bisherige Schritte\n" + id("j")
                + ";Quartier;Wir bauen.;Bauen und Sanieren;Stadt;status_quo;"
                + "\"31.12.2023 review-knowledge; 15.01.2024 Erhebung vorbereiten\"\n"));

        String number = office.jdbc()
                .sql("select m.number from measure m join measure_version v on v.municipality_id = m.municipality_id"
                        + " and v.measure_id = m.id where m.municipality_id = 'muenster' and v.external_id = :id")
                .param("id", id("j"))
                .query(String.class)
                .single();
        assertThat(office.openTasks(number)).containsExactly("prepare-survey");
        assertThat(office.jdbc()
                        .sql(
                                "select s.process_key || ' ' || s.task_key || ' ' || cast(s.completed_at as date) || ' ' || s.department"
                                        + " from step s join measure m on m.municipality_id = s.municipality_id and m.id = s.measure_id"
                                        + " where m.municipality_id = 'muenster' and m.number = :number and s.origin = 'TAKEN_OVER'"
                                        + " order by s.completed_at")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "knowledge-building review-knowledge 2023-12-31 klima",
                        "status-quo-survey prepare-survey 2024-01-15 klima");
    }

    @Test
    void measures_that_are_downloaded_and_imported_again_do_not_change() {
        apply(planned(row("o", "Quartier", "ca. 25.000 € pro Jahr")));
        String table = admin().get(ROOT + "muenster/measures.csv").body();
        assertThat(table).contains(id("o"), "ca. 25.000 € pro Jahr");

        JsonNode again = run(planned(own(table)));
        assertThat(again.at("/rows/LEFT").asInt()).as("%s", again).isEqualTo(1);

        byte[] workbook = admin().download(ROOT + "muenster/measures.xlsx").body();
        assertThat(workbook).startsWith('P', 'K');
    }

    /** Other tests have measures of their own. */
    private String own(String table) {
        return table.lines()
                .filter(line -> line.contains("Kommune;Nummer") || line.contains(id("o")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_report_keeps_codes_and_is_read_in_the_language_of_whoever_reads_it() {
        String run = planned("outline.externalId;Titel;Was ist im Einzelnen geplant?;Handlungsfeld;"
                + "responsibility.responsibleBody;Art der Maßnahme;Beginn;Kosten;Finanzplan;Bisherige Schritte\n"
                + id("p")
                + ";Quartier;Wir bauen.;Bauen und Sanieren;Stadt;Infrastruktur;01.02.2024;30.000 €;später: 5 €;"
                + "15.01.2024 Erhebung vorbereiten\n");
        String report =
                rows.report(Office.MUNICIPALITY, UUID.fromString(run), 1).orElseThrow();

        assertThat(words(report, Locale.GERMAN))
                .contains(
                        "Infrastruktur",
                        "01.02.2024",
                        "30.000,00 €",
                        "später: 5,00 €",
                        "15.01.2024 Erhebung vorbereiten")
                .anySatisfy(word -> assertThat(word).contains("„Stand“ fehlt; es wird „Umsetzung“ eingetragen"));
        assertThat(words(report, Locale.ENGLISH))
                .contains("Infrastructure", "01/02/2024")
                .anySatisfy(word -> assertThat(word).startsWith("15/01/2024 ").doesNotContain("Erhebung"))
                .anySatisfy(word -> assertThat(word).contains("“State”", "“Implementation”"))
                .noneMatch(word -> word.contains("Infrastruktur") || word.contains("Umsetzung"));
    }

    private List<String> words(String report, Locale language) {
        return ReadersLanguage.in(
                language,
                () -> reports.lines(report).stream()
                        .filter(line ->
                                !line.part().equals("Tabelle") && !line.part().equals("Table"))
                        .flatMap(line -> Stream.of(line.target(), line.note()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Test
    void all_measures_are_downloaded_in_as_many_statements_as_a_few() {
        List<Integer> statements = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            counter.begin();
            admin().get(ROOT + "muenster/measures.csv");
            statements.add(counter.end().own());
            apply(planned(rows("q" + round, "r" + round) + "\n"
                    + row("s" + round, "Drei", "3 €")
                            .lines()
                            .skip(1)
                            .findFirst()
                            .orElseThrow()));
        }
        counter.begin();
        admin().get(ROOT + "muenster/measures.csv");
        assertThat(counter.end().own() - statements.get(0))
                .as("six measures more are at most one block more")
                .isLessThanOrEqualTo(5);
    }

    @Test
    void the_templates_are_downloaded_and_are_what_is_understood() {
        assertThat(admin().get(ROOT + "muenster/template.csv").body()).contains("Kommune;Nummer;Titel");
        byte[] workbook = admin().download(ROOT + "muenster/template.xlsx").body();
        String run = begun();
        upload(run, "vorlage.xlsx", workbook);
        plan(run, "{}");
        assertThat(run(run).get("stage").asText()).isEqualTo("PLANNED");
        assertThat(run(run).get("total").asInt()).isZero();
    }

    private String rows(String first, String second) {
        return row(first, "Eins", "1 €")
                + row(second, "Zwei", "2 €").lines().skip(1).findFirst().orElseThrow();
    }

    private int measures(String id) {
        return office.jdbc()
                .sql("select count(distinct measure_id) from measure_version where municipality_id = :city"
                        + " and external_id = :id")
                .param("city", Office.MUNICIPALITY)
                .param("id", id(id))
                .query(Integer.class)
                .single();
    }

    private String title(String id) {
        return office.jdbc()
                .sql("select title from measure_version where municipality_id = :city and external_id = :id"
                        + " order by version desc limit 1")
                .param("city", Office.MUNICIPALITY)
                .param("id", id(id))
                .query(String.class)
                .single();
    }
}
