package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Managers step in at a measure: at its tasks, at what has failed, and at the measure as a whole. */
abstract class SteppingInInCockpit {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String REQUIRED = "Bitte füllen Sie dieses Feld aus.";
    private static final String MANAGER = "klima-leitung";
    private static final int MORE_THAN_ENOUGH = 20;

    @Autowired
    CockpitRoom room;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aTaskGoesToAnotherDepartmentGetsMoreTimeAndComesBackLater() {
        String number = proposed();
        CockpitPage page = steering(number);
        assertThat(page.place()).containsText("Nichts ist gestört.");
        assertThat(page.button("Überspringen: Vorschlag prüfen")).hasCount(0);
        page.isFitForUse("50-eingreifen").forTheHandbook("eingreifen");
        Locator assign = page.button("Zuweisen: Vorschlag prüfen");
        assign.press("Enter");
        assertThat(new ActionDialog(page.page()).place()).isVisible();
        page.page().keyboard().press("Escape");
        assertThat(page.page().locator("dialog.ks-dialog")).hasCount(0);
        assertThat(assign).isFocused();

        ActionDialog dialog = page.asks("Zuweisen: Vorschlag prüfen").ticks("Einem anderen Fachbereich");
        dialog.accepts();
        assertThat(dialog.problemAt("Fachbereich")).hasText("Bitte wählen Sie einen Fachbereich.");
        dialog.chooses("Fachbereich", "umwelt").accepts();
        assertThat(dialog.problemAt("Grund")).hasText(REQUIRED);
        dialog.chooses("Fachbereich", "umwelt")
                .writes("Grund", "Es geht vor allem um Gewässer.")
                .isFitForUse("51-eingreifen-zuweisen")
                .accepts();
        assertThat(page.done()).containsText("„Vorschlag prüfen“ ist neu zugewiesen.");
        assertThat(page.row("Vorschlag prüfen")).containsText("Amt für Grünflächen");
        assertThat(
                        values(
                                number,
                                "select l.group_id_ from camunda.act_ru_identitylink l join camunda.act_ru_task t on t.id_ = l.task_id_"
                                        + " join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = :number"))
                .containsExactly("muenster-umwelt");

        LocalDate until = due(number);
        LocalDate later = until.plusDays(30);
        dialog = page.asks("Verlängern: Vorschlag prüfen");
        dialog.writes("Neue Frist", DAY.format(CityDay.today().minusDays(1)))
                .writes("Grund", "Das Gutachten kommt später.")
                .accepts();
        assertThat(dialog.problemAt("Neue Frist")).hasText("Die neue Frist darf nicht in der Vergangenheit liegen.");
        assertThat(due(number)).isEqualTo(until);
        dialog.writes("Neue Frist", DAY.format(later))
                .isFitForUse("52-eingreifen-verlaengern")
                .accepts();
        assertThat(page.done()).containsText("Die Frist von „Vorschlag prüfen“ ist verlängert.");
        assertThat(page.row("Vorschlag prüfen")).containsText(DAY.format(due(number)));
        assertThat(due(number)).isBetween(later, later.plusDays(5));

        dialog = page.asks("Zurückstellen: Vorschlag prüfen");
        dialog.writes("Wiedervorlage am", DAY.format(due(number).plusDays(7))).writes("Grund", "Sommerpause");
        dialog.accepts();
        assertThat(dialog.place()).containsText("Der Tag liegt nach der Frist der Aufgabe.");
        dialog.place()
                .getByLabel("Ich weiß, dass dieser Tag nach der Frist liegt")
                .check();
        dialog.isFitForUse("53-eingreifen-zurueckstellen").accepts();
        assertThat(page.done()).containsText("„Vorschlag prüfen“ ist zurückgestellt.");
        assertThat(page.row("Vorschlag prüfen")).containsText("Wiedervorlage am");
        assertThat(events(number))
                .containsExactly(
                        "HANDED_OVER klima-leitung Es geht vor allem um Gewässer.",
                        "EXTENDED klima-leitung Das Gutachten kommt später.",
                        "FOLLOW_UP klima-leitung Sommerpause");
    }

    @Test
    void anEarlierStepComesAgainAndAStepThatTheModelLetsGoIsSkipped() {
        String number = proposed();
        Tasklist clerk = room.tasklist("wfm-sachbearbeitung");
        clerk.measures().opens(number).changesDetails();
        CockpitPage page = steering(number);
        assertThat(page.part(".ks-steer tbody tr")).hasCount(2);

        ActionDialog skip = page.asks("Überspringen: Angaben ändern");
        skip.accepts();
        assertThat(skip.problemAt("Grund")).hasText(REQUIRED);
        skip.writes("Grund", "Hat sich erledigt")
                .isFitForUse("54-eingreifen-ueberspringen")
                .accepts();
        assertThat(page.done()).containsText("„Angaben ändern“ ist übersprungen.");
        assertThat(page.part(".ks-steer tbody tr")).hasCount(1);

        ActionDialog repeat = page.asks("Schritt wiederholen: Vorschlag prüfen");
        repeat.writes("Grund", "Die Kosten fehlen")
                .isFitForUse("55-eingreifen-wiederholen")
                .accepts();
        assertThat(page.done()).containsText("ist erneut geöffnet.");
        assertThat(page.part(".ks-steer tbody tr")).containsText("Vorschlag überarbeiten");
        assertThat(office.openTasks(number)).containsExactly("rework-proposal");
        assertThat(events(number))
                .containsExactly(
                        "SKIPPED klima-leitung Hat sich erledigt",
                        "REVOKED klima-leitung Die Kosten fehlen",
                        "REOPENED klima-leitung Die Kosten fehlen");
    }

    @Test
    void aMeasureRestsWithAReasonAndGoesOn() {
        String number = proposed();
        CockpitPage page = steering(number);
        CockpitPage other = room.opens("wfm-leitung", "massnahmen/" + number + "?bereich=steer");

        ActionDialog pause = page.asks("Pausieren: " + number);
        assertThat(pause.place()).containsText("Offene Aufgaben, die ruhen: 1, bei Stabsstelle Klima (1).");
        pause.accepts();
        assertThat(pause.problemAt("Begründung")).hasText(REQUIRED);
        assertThat(state(number)).isNotEqualTo("PAUSED");
        pause.writes("Begründung", "Die Stelle ist bis Januar nicht besetzt.")
                .isFitForUse("56-eingreifen-pausieren")
                .accepts();
        assertThat(page.done()).containsText("Die Maßnahme " + number + " ruht.");
        assertThat(page.part("header .ks-badge")).hasText("Ruht");
        assertThat(page.row("Vorschlag prüfen").getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(state(number)).isEqualTo("PAUSED");
        assertThat(values(
                        number,
                        "select t.suspension_state_ from camunda.act_ru_task t join camunda.act_ru_execution e"
                                + " on e.id_ = t.proc_inst_id_ where e.business_key_ = :number"))
                .containsExactly("2");
        page.isFitForUse("57-eingreifen-ruht").forTheHandbook("massnahme-ruht");

        // Somebody who has had the page open since before is told, and pauses nothing twice.
        other.button("Pausieren: " + number).click();
        assertThat(other.done()).containsText("Jemand anderes hat inzwischen eingegriffen");
        assertThat(other.button("Fortsetzen: " + number)).isVisible();

        page.asks("Fortsetzen: " + number)
                .writes("Begründung", "Die Stelle ist wieder besetzt.")
                .isFitForUse("58-eingreifen-fortsetzen")
                .accepts();
        assertThat(page.done()).containsText("Die Maßnahme " + number + " läuft weiter.");
        assertThat(page.done()).containsText("Fristen haben sich nicht verschoben.");
        assertThat(page.part("header .ks-badge")).hasText("In Prüfung");
        assertThat(page.section("Bisherige Eingriffe in die Maßnahme").locator("tbody tr"))
                .containsText(new String[] {"Fortgesetzt", "Pausiert"});
        assertThat(values(
                        number,
                        "select i.kind || ' ' || i.reason from measure_intervention i join measure m on m.id = i.measure_id"
                                + " where m.number = :number order by i.position"))
                .containsExactly(
                        "PAUSED Die Stelle ist bis Januar nicht besetzt.", "RESUMED Die Stelle ist wieder besetzt.");
    }

    @Test
    void aMeasureChangesItsLeadAndGoesOnInAnotherOrNotAtAll() {
        String number = proposed();
        String ended = proposed();
        CockpitPage page = steering(ended);
        ActionDialog cancel = page.asks("Abbrechen: " + ended).writes("Begründung", "Die Förderung ist weggefallen.");
        cancel.accepts();
        assertThat(cancel.place()).containsText("Bitte bestätigen Sie das.");
        assertThat(state(ended)).isNotEqualTo("CANCELLED");
        cancel.place()
                .getByLabel("Ich weiß, dass sich das nicht rückgängig machen lässt.")
                .check();
        cancel.isFitForUse("59-eingreifen-abbrechen").accepts();
        assertThat(page.done()).containsText("Die Maßnahme " + ended + " ist abgebrochen.");
        assertThat(page.part("header .ks-badge")).hasText("Abgebrochen");
        assertThat(page.place()).containsText("Diese Maßnahme ist beendet. Daran lässt sich nichts mehr ändern.");
        assertThat(page.part("#ks-measure-panel").getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(state(ended)).isEqualTo("CANCELLED");
        page.isFitForUse("60-eingreifen-beendet");

        page = steering(number);
        page.asks("Federführung wechseln: " + number)
                .chooses("Neue Federführung", "umwelt")
                .writes("Begründung", "Dort liegt jetzt die Zuständigkeit.")
                .isFitForUse("61-eingreifen-federfuehrung")
                .accepts();
        assertThat(page.done()).containsText("Die Federführung der Maßnahme " + number + " ist gewechselt.");
        assertThat(page.part("header")).containsText("Amt für Grünflächen");
        assertThat(values(number, "select lead from measure where number = :number and municipality_id = 'muenster'"))
                .containsExactly("umwelt");

        String target = proposed();
        page = steering(number);
        ActionDialog merge = page.asks("Zusammenführen: " + number);
        assertThat(merge.field("Maßnahme, in der es weitergeht").locator("option[value='" + number + "']"))
                .hasCount(0);
        assertThat(merge.field("Maßnahme, in der es weitergeht").locator("option[value='" + ended + "']"))
                .hasCount(0);
        merge.chooses("Maßnahme, in der es weitergeht", target).writes("Begründung", "Beide haben dasselbe Ziel.");
        merge.place()
                .getByLabel("Ich weiß, dass sich das nicht rückgängig machen lässt.")
                .check();
        merge.isFitForUse("62-eingreifen-zusammenfuehren").accepts();
        assertThat(page.done()).containsText("Die Maßnahme " + number + " ist zusammengeführt.");
        assertThat(page.section("Bisherige Eingriffe in die Maßnahme").locator("tbody tr"))
                .containsText(new String[] {
                    "Mit einer anderen Maßnahme zusammengeführt",
                    "Federführung gewechselt von Wirtschaftsförderung Münster GmbH zu Amt für Grünflächen"
                });
        assertThat(state(number)).isEqualTo("MERGED");
        assertThat(office.isRunning(number)).isFalse();
        assertThat(office.isRunning(target)).isTrue();
    }

    @Test
    void whatHasFailedSaysItsCauseInWordsAndIsTriedAgain() {
        String number = proposed();
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        office.as("wfm-leitung").completes(number, "decide-measure");
        String instance = office.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("measure-lifecycle")
                .singleResult()
                .getId();
        Object measure = office.runtime().getVariable(instance, "measureId");
        // No rule knows what to do with a measure that is not there.
        office.runtime().setVariable(instance, "measureId", UUID.randomUUID().toString());
        for (int i = 0; i < MORE_THAN_ENOUGH && exchange(instance).getRetries() > 0; i++) {
            fails(exchange(instance));
        }

        CockpitPage page = steering(number);
        Locator row = page.row("Eine Regel hat abgelehnt");
        assertThat(row).containsText(DAY.format(CityDay.today()));
        assertThat(row).containsText("Dem Schritt fehlt etwas");
        page.isFitForUse("63-eingreifen-stoerung").forTheHandbook("eingreifen-stoerung");
        row.getByRole(AriaRole.BUTTON).click();
        new ActionDialog(page.page()).isFitForUse("64-eingreifen-erneut").accepts();

        assertThat(page.done()).containsText("Der Vorgang wird gleich noch einmal versucht.");
        assertThat(page.row("Eine Regel hat abgelehnt")).containsText("erneut versucht");
        assertThat(exchange(instance).getRetries()).isEqualTo(3);
        office.runtime().setVariable(instance, "measureId", measure);
        office.management().executeJob(exchange(instance).getId());
        assertThat(steering(number).place()).containsText("Nichts ist gestört.");
    }

    @Test
    void theTabSpeaksEnglishToWhoReadsEnglish() {
        room.opensInEnglish(MANAGER, "massnahmen/" + proposed() + "?bereich=steer")
                .isFitForEnglishReaders(
                        "65-eingreifen-englisch", "Nothing has failed.", "Review the proposal", "Reassign", "Pause");
    }

    private CockpitPage steering(String number) {
        CockpitPage page = room.opens(MANAGER, "massnahmen/" + number + "?bereich=steer");
        assertThat(page.part("#ks-measure-panel h2").first()).isVisible();
        return page;
    }

    private String proposed() {
        room.numbers();
        return office.as("wfm-sachbearbeitung").proposes();
    }

    private Job exchange(String instance) {
        return office.management()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("exchange-due")
                .list()
                .get(0);
    }

    private void fails(Job job) {
        try {
            office.management().executeJob(job.getId());
        } catch (RuntimeException expected) {
            assertThat(expected).isNotNull();
        }
    }

    private LocalDate due(String number) {
        Task task = office.open(number, "review-proposal").get(0);
        return task.getDueDate().toInstant().atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
    }

    private String state(String number) {
        return values(number, "select state from measure where number = :number and municipality_id = 'muenster'")
                .get(0);
    }

    private List<String> events(String number) {
        return values(
                number,
                "select e.kind || ' ' || e.done_by || ' ' || e.reason from task_event e join measure m on m.id = e.measure_id"
                        + " where m.number = :number order by e.position");
    }

    private List<String> values(String number, String sql) {
        return jdbc.sql(sql).param("number", number).query().singleColumn().stream()
                .map(String::valueOf)
                .toList();
    }
}
