package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Departments sign a proposal, bodies decide about it; managers see who has signed what and which conditions are open. */
abstract class GatesInCockpit {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String MANAGER = "klima-leitung";

    @Autowired
    CockpitRoom room;

    @Autowired
    Office office;

    @Autowired
    DepartmentsAtWork departments;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aChangeAfterTheFirstSignatureResetsAllAndTheLeadSignsLast() {
        String number = askedToSign();
        CockpitPage page = gates(number);
        assertThat(page.place()).containsText("Es ist noch nichts beschlossen.");
        assertThat(page.part("h3")).hasText(Pattern.compile("Runde 1, Fassung 1.*"));
        assertThat(signatures(page)).isEqualTo(signed(number, 1));
        page.isFitForUse("95-mitzeichnung-offen");

        Tasklist council = room.tasklist("ratsservice-sachbearbeitung");
        OpenForm form = council.opens(number, "Mitzeichnen");
        council.claims();
        form.place().getByLabel("Mitzeichnung verweigert").check();
        council.completes();
        assertThat(form.problemAt("Änderung oder Grund")).isVisible();
        form.place()
                .getByLabel("Mitgezeichnet", new Locator.GetByLabelOptions().setExact(true))
                .check();
        Screenshots.take(council.page(), "96-mitzeichnung-formular");
        assertThat(Accessibility.violations(council.page(), ".ks-shell")).isEmpty();
        council.completes();
        assertThat(council.card(number, "Mitzeichnen")).isHidden();

        Tasklist unit = room.tasklist("klima-sachbearbeitung");
        form = unit.opens(number, "Mitzeichnen");
        unit.claims();
        form.place().getByLabel("Mit Änderung mitgezeichnet").check();
        form.writes("Änderung oder Grund", "Die Daten erscheinen jährlich.");
        unit.completes();
        assertThat(unit.card(number, "Mitzeichnen")).isHidden();

        page = gates(number);
        assertThat(page.part("h3")).hasCount(2);
        assertThat(page.part("h3").first()).containsText("Runde 2");
        assertThat(page.part("code").first())
                .not()
                .hasText(page.part("code").last().innerText());
        assertThat(signatures(page)).isEqualTo(signed(number, 2));
        assertThat(page.place()).containsText("Die Daten erscheinen jährlich.");
        page.isFitForUse("97-mitzeichnung-neue-runde").forTheHandbook("mitzeichnung");

        departments.does(number, "co-sign", data -> data.put("round", departments.round(number)));
        Tasklist head = room.tasklist("wfm-leitung");
        form = head.opens(number, "Schlusszeichnung");
        head.claims();
        form.place().getByLabel("Zum Beschluss weitergeben").check();
        head.completes();
        assertThat(head.card(number, "Schlusszeichnung")).isHidden();
        assertThat(office.openTasks(number)).contains("decide-measure");
    }

    @Test
    void aDecisionStandsWithItsPaperAndItsConditionsUntilTheyAreMet() {
        String number = askedToSign();
        departments.isSigned(number);
        LocalDate due = CityDay.today().plusMonths(3);
        departments.does(number, "decide-measure", data -> {
            data.put("body", "Rat der Stadt").put("decidedOn", CityDay.today().toString());
            data.put("paperNumber", "V/0573/2026");
            data.putArray("phases").add("KNOWLEDGE");
            data.putArray("conditionItems")
                    .addObject()
                    .put("text", "Nach einem Jahr wird über die Wirkung berichtet.")
                    .put("department", "umwelt")
                    .put("due", due.toString());
        });
        CockpitPage page = gates(number);
        assertThat(page.row("Rat der Stadt")).containsText("V/0573/2026");
        Locator condition = page.row("Nach einem Jahr wird über die Wirkung berichtet.");
        assertThat(condition).containsText("Amt für Grünflächen");
        assertThat(condition).containsText(DAY.format(due));
        assertThat(condition).containsText("Offen");
        page.isFitForUse("98-beschluss-auflage").forTheHandbook("beschluss");

        departments.does(number, "meet-condition", data -> {});
        assertThat(gates(number).row("Nach einem Jahr wird über die Wirkung berichtet."))
                .not()
                .containsText("Offen");
        assertThat(jdbc.sql("select c.status from decision_condition c join measure m on m.id = c.measure_id"
                                + " where m.number = :number")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .doesNotContain("OPEN");
    }

    @Test
    void nobodyChecksWhatTheyHaveWorkedOnThemselves() {
        room.numbers();
        String number = office.as("klima-sachbearbeitung")
                .proposes(office.valid("propose-measure", data -> data.put("lead", "klima")));
        departments.does(number, "review-proposal", data -> {});
        departments.isSigned(number);
        departments.does(
                number, "decide-measure", data -> data.putArray("phases").add("KNOWLEDGE"));
        departments.does(number, "define-knowledge-goals", data -> {});
        departments.does(number, "collect-knowledge", data -> {});
        assertThat(office.openTasks(number)).contains("review-knowledge");

        Tasklist author = room.tasklist("klima-sachbearbeitung");
        OpenForm form = author.opensFilled(number, "Wissensstand prüfen", office.valid("review-knowledge"));
        author.claims();
        author.completes();

        assertThat(form.problems())
                .containsText(new String[] {"Vier-Augen-Prinzip: Daran haben Sie selbst gearbeitet."});
        assertThat(office.openTasks(number)).contains("review-knowledge");
        Screenshots.take(author.page(), "99-vier-augen");
        assertThat(Accessibility.violations(author.page(), ".ks-shell")).isEmpty();
    }

    @Test
    void theTabSpeaksEnglishToWhoReadsEnglish() {
        room.opensInEnglish(MANAGER, "massnahmen/" + askedToSign() + "?bereich=gates")
                .isFitForEnglishReaders("100-mitzeichnung-englisch", "Nothing has been decided yet.", "Who signs");
    }

    /** A council paper that is to be published: the council service and the climate unit are among those who have to sign. */
    private String askedToSign() {
        room.numbers();
        String number = departments.proposed();
        departments.does(number, "review-proposal", data -> {
            data.put("body", "COUNCIL");
            data.putArray("concerns").add("PUBLICATION");
        });
        assertThat(office.open(number, "co-sign"))
                .extracting(Task::getTaskDefinitionKey)
                .hasSizeGreaterThan(1);
        return number;
    }

    private CockpitPage gates(String number) {
        CockpitPage page = room.opens(MANAGER, "massnahmen/" + number + "?bereich=gates");
        assertThat(page.part("#ks-measure-panel h2").first()).isVisible();
        return page;
    }

    /** @return how many of the latest round's table have signed, are missing, or are nobody */
    private static List<Integer> signatures(CockpitPage page) {
        Locator rows = page.part("h3 + p + table, h3 + p + p + table").first().locator("tbody tr");
        int missing = (int) IntStream.range(0, rows.count())
                .filter(row -> rows.nth(row).locator(".ks-badge-overdue").count() > 0)
                .count();
        return List.of(rows.count(), missing);
    }

    private List<Integer> signed(String number, int round) {
        return jdbc.sql(
                        "select count(*)::int, count(*) filter (where s.department is not null and s.result is null)::int"
                                + " from co_signature s join co_signature_round r on r.id = s.round_id"
                                + " join measure m on m.id = r.measure_id where m.number = :number and r.number = :round")
                .param("number", number)
                .param("round", round)
                .query((row, i) -> List.of(row.getInt(1), row.getInt(2)))
                .single();
    }
}
