package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.support.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Managers step in at a selection of measures and see how far it is, what failed, and why. */
abstract class BatchesInCockpit {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String REQUIRED = "Bitte füllen Sie dieses Feld aus.";
    private static final String MANAGER = "klima-leitung";
    private static final String LATEST = """
            select i.measure_number || ' ' || i.state from steering_item i join steering_batch b on b.id = i.batch_id
            where b.id = (select id from steering_batch order by begun_at desc limit 1) order by i.position
            """;

    @Autowired
    CockpitRoom room;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void measuresTickedInTheListGetMoreTimeAndTheReportNamesTheOneThatDoesNot() throws IOException {
        List<String> numbers = proposed(4);
        LocalDate day = LocalDate.now(BERLIN).plusDays(60);
        fallsDue(numbers.get(3), day.plusDays(30));
        CockpitPage page = selected(numbers);
        assertThat(page.field("Maßnahmen")).hasValue(String.join(",", numbers));
        page.field("Was soll geschehen?").selectOption("EXTEND");
        page.forTheHandbook("stapel");
        long before = batches();
        page.button("Beginnen").click();
        assertThat(page.problemAt("Neuer Tag")).hasText(REQUIRED);
        assertThat(page.problemAt("Grund")).hasText(REQUIRED);
        assertThat(batches()).isEqualTo(before);

        page.field("Neuer Tag").fill(DAY.format(day));
        page.field("Grund").fill("Die Gutachten kommen später.");
        page.isFitForUse("70-stapel");
        Locator run = page.part(".ks-steer tbody tr").first();
        Locator bar = run.getByRole(AriaRole.PROGRESSBAR);
        // Whoever has the third task open holds it up: the page shows how far it has got.
        holding("select id_ from camunda.act_ru_task where id_ = :id for update", task(numbers.get(2)), () -> {
            page.button("Beginnen").click();
            assertThat(page.done()).containsText("Der Stapel hat begonnen.");
            assertThat(run).containsText("2 von 4 erledigt, 2 stehen noch aus");
            assertThat(bar).hasAttribute("aria-valuenow", "2");
            assertThat(bar).hasAttribute("aria-valuemax", "4");
            run.scrollIntoViewIfNeeded();
            page.isFitForUse("71-stapel-laeuft");
        });

        assertThat(run).containsText("3 von 4 erledigt, 1 nicht möglich");
        assertThat(bar).hasAttribute("aria-valuenow", "4");
        run.getByText("Bericht zeigen").click();
        Locator report = page.part("table table tbody tr");
        assertThat(report).hasCount(4);
        assertThat(report.last()).containsText(numbers.get(3));
        assertThat(report.last()).containsText("Die neue Frist muss nach der jetzigen liegen.");
        assertThat(all(LATEST))
                .containsExactly(
                        numbers.get(0) + " DONE",
                        numbers.get(1) + " DONE",
                        numbers.get(2) + " DONE",
                        numbers.get(3) + " REFUSED");
        report.last().scrollIntoViewIfNeeded();
        page.isFitForUse("72-stapel-bericht");
        HandbookPictures.takePage(page.page(), page.part(".ks-steer").first(), "stapel-bericht");
        Download file =
                page.page().waitForDownload(() -> run.getByText("Herunterladen").click());
        assertThat(Files.readString(file.path()))
                .contains("\"" + numbers.get(0) + "\";\"Vorschlag prüfen\";\"erledigt\"")
                .contains("\"" + numbers.get(3) + "\";\"Vorschlag prüfen\";\"nicht möglich\"");
    }

    @Test
    void aSelectionRestsAndWhatHasNotHadItsTurnIsLeftOut() {
        List<String> numbers = proposed(8);
        CockpitPage page = room.opens(MANAGER, "eingriffe?massnahmen=" + String.join(",", numbers));
        page.field("Was soll geschehen?").selectOption("PAUSE");
        assertThat(page.field("Neuer Tag")).isHidden();
        assertThat(page.place()).containsText("Wird mit dem Stand der Maßnahme veröffentlicht.");
        page.field("Grund").fill("Der Haushalt ist gesperrt.");
        Locator run = page.part(".ks-steer tbody tr").first();
        holding("select id::text from measure where number = :id for update", numbers.get(0), () -> {
            page.button("Beginnen").click();
            assertThat(run).containsText("0 von 8 erledigt, 8 stehen noch aus");
            run.getByText("Rest abbrechen").click();
        });

        assertThat(page.done()).containsText("Der Rest ist abgebrochen. Was schon erledigt war, bleibt.");
        List<String> items = all(LATEST);
        long done = items.stream().filter(item -> item.endsWith(" DONE")).count();
        long leftOut = items.stream().filter(item -> item.endsWith(" LEFT_OUT")).count();
        assertThat(done + leftOut).isEqualTo(8);
        assertThat(leftOut).isPositive();
        assertThat(run).containsText(done + " von 8 erledigt, " + leftOut + " abgebrochen");
        assertThat(numbers.stream().filter(number -> state(number).equals("PAUSED")))
                .hasSize((int) done);
        page.isFitForUse("73-stapel-abgebrochen");
    }

    @Test
    void thePageSpeaksEnglishToWhoReadsEnglish() {
        room.opensInEnglish(MANAGER, "eingriffe?massnahmen=WW-300")
                .isFitForEnglishReaders("74-stapel-englisch", "Step in at a selection", "Only overdue tasks", "Begin");
    }

    /** Ticks measures in the list, one after the other, and goes where the selection leads. */
    private CockpitPage selected(List<String> numbers) {
        CockpitPage page = room.opens(MANAGER, "massnahmen?words=" + numbers.get(0));
        for (String number : numbers) {
            page.field("Suche in Nummer und Titel").fill(number);
            page.place().getByLabel(number + " auswählen").check();
        }
        page.place()
                .getByText("In die Auswahl eingreifen (" + numbers.size() + ")")
                .click();
        assertThat(page.part("h1")).hasText("Eingriffe im Stapel");
        return page;
    }

    private List<String> proposed(int count) {
        room.numbers();
        return Stream.generate(() -> office.as("wfm-sachbearbeitung").proposes())
                .limit(count)
                .toList();
    }

    private void fallsDue(String number, LocalDate day) {
        Task task = office.open(number, "review-proposal").get(0);
        task.setDueDate(Date.from(day.atTime(23, 59).atZone(BERLIN).toInstant()));
        office.tasks().saveTask(task);
    }

    private void holding(String sql, String id, Runnable work) {
        transaction.executeWithoutResult(status -> {
            assertThat(jdbc.sql(sql).param("id", id).query(String.class).list()).hasSize(1);
            work.run();
        });
    }

    private String task(String number) {
        return office.open(number, "review-proposal").get(0).getId();
    }

    private String state(String number) {
        return jdbc.sql("select state from measure where municipality_id = 'muenster' and number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private long batches() {
        return jdbc.sql("select count(*) from steering_batch").query(Long.class).single();
    }

    private List<String> all(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
