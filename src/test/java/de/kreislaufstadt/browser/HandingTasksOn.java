package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Injections;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** What somebody does with a task other than completing it: hand it on, ask about it, give it back, put it off. */
abstract class HandingTasksOn {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String TASK = "Vorschlag überarbeiten";
    private static final String COLLEAGUE = "Zweite Sachbearbeitung Wirtschaftsförderung";
    private static final String ENVIRONMENT = "Amt für Grünflächen, Umwelt und Nachhaltigkeit";

    /** What people write into dialogs stands in messages, above forms and in histories afterwards. */
    private static final String DANGEROUS = String.join(" ", Injections.TEXTS);

    @Test
    void givesATaskToAColleagueWhoFindsItOnTheirOwnList(Workplace workplace) {
        String number = MeasureOnItsWay.sentBack(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm given = clerk.opens(number, TASK);

        ActionDialog dialog = clerk.asks("Weitergeben");
        assertThat(dialog.field("Fachbereich")).isHidden();
        dialog.chooses("Person", COLLEAGUE)
                .writes("Grund", "Sie kennen den Vorgang. " + DANGEROUS)
                .isFitForUse("30-weitergeben-person")
                .accepts();

        assertThat(clerk.done()).containsText("Weitergegeben an: " + COLLEAGUE + ".");
        assertThat(clerk.facts().last()).containsText("In Arbeit bei " + COLLEAGUE);
        assertThat(given.place().locator(".ks-claim-hint"))
                .hasText("Nur ansehen: " + COLLEAGUE + " hat diese Aufgabe übernommen.");
        Screenshots.take(clerk.page(), "30-weitergegeben");
        Tasklist colleague = workplace.tasklist("wfm-zweite").fresh().chooses("Meine Aufgaben");
        assertThat(colleague.card(number, TASK)).isVisible();
    }

    @Test
    void givesATaskToAnotherDepartmentWithAReasonAndTakesItBack(Workplace workplace) {
        String number = MeasureOnItsWay.sentBack(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        clerk.opens(number, TASK);
        ActionDialog dialog = clerk.asks("Weitergeben").ticks("An einen anderen Fachbereich");

        dialog.accepts();
        assertThat(dialog.problemAt("Fachbereich")).not().isEmpty();
        assertThat(dialog.field("Fachbereich")).isFocused();
        dialog.chooses("Fachbereich", ENVIRONMENT).accepts();
        assertThat(dialog.problemAt("Grund")).hasText("Bitte füllen Sie dieses Feld aus.");
        dialog.isFitForUse("31-weitergeben-ohne-grund");
        dialog.writes("Grund", "Dort liegt die Zuständigkeit für Bauteile. " + DANGEROUS)
                .accepts();

        assertThat(clerk.done()).containsText("Weitergegeben an: " + ENVIRONMENT + ".");
        assertThat(clerk.card(number, TASK)).isHidden();
        assertThat(clerk.done().getByText("Rückgängig")).isFocused();
        Tasklist head = workplace.tasklist("umwelt-head").fresh();
        OpenForm received = head.opens(number, TASK);
        assertThat(received.place().locator(".ks-note-came"))
                .containsText("Weitergegeben von Wirtschaftsförderung Münster GmbH");
        assertThat(received.place().locator(".ks-note-came"))
                .containsText("Dort liegt die Zuständigkeit für Bauteile. " + DANGEROUS);
        Screenshots.take(head.page(), "32-weitergegeben-an-fachbereich");

        clerk.done().getByText("Rückgängig").click();
        assertThat(clerk.done()).containsText("Rückgängig gemacht.");
        assertThat(clerk.title()).hasText(TASK);
        assertThat(head.fresh().card(number, TASK)).isHidden();
        Locator happened =
                clerk.measures().opens(number).section("Weitergaben, Rückfragen, Wiedervorlagen und Fristen");
        assertThat(happened).containsText("weitergegeben von Wirtschaftsförderung Münster GmbH an " + ENVIRONMENT);
        assertThat(happened).containsText("rückgängig gemacht");
    }

    @Test
    void asksSomebodyAndGetsTheTaskBackWithTheAnswerAsDraft(Workplace workplace) {
        String number = MeasureOnItsWay.sentBack(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        clerk.opens(number, TASK);
        clerk.claims();
        clerk.asks("Rückfrage")
                .chooses("Person", "Sachbearbeitung Umweltamt")
                .writes("Ihre Frage", "Wie heißt das Vorhaben bei Ihnen? " + DANGEROUS)
                .isFitForUse("33-rueckfrage")
                .accepts();
        assertThat(clerk.done()).containsText("Die Rückfrage liegt bei: Sachbearbeitung Umweltamt.");
        assertThat(clerk.action("Rückfrage zurückziehen")).isVisible();
        assertThat(clerk.page().locator("section.task-card .form-actions")).isHidden();

        Tasklist expert = workplace.tasklist("umwelt").fresh().chooses("Meine Aufgaben");
        OpenForm asked = expert.opensFilled(number, TASK, Examples.of("rework-proposal"));
        Locator question = asked.place().locator(".ks-note-question");
        assertThat(question).containsText("Rückfrage von Sachbearbeitung Wirtschaftsförderung");
        assertThat(question).containsText("Wie heißt das Vorhaben bei Ihnen? " + DANGEROUS);
        asked.writes("Titel", "Bauteilbörse");
        question.getByLabel("Ihre Antwort").fill("Bei uns heißt es Bauteilbörse. " + DANGEROUS);
        assertThat(German.leftovers(question)).isEmpty();
        assertThat(Accessibility.violations(expert.page(), ".ks-task-head")).isEmpty();
        Screenshots.take(expert.page(), "34-rueckfrage-beantworten");
        question.getByText("Antwort senden").click();
        assertThat(expert.done()).containsText("Ihre Antwort ist bei: Sachbearbeitung Wirtschaftsförderung.");
        assertThat(expert.card(number, TASK)).isHidden();

        OpenForm back = clerk.fresh().chooses("Meine Aufgaben").opens(number, TASK);
        assertThat(back.place().locator(".ks-draft-notice")).containsText("Die Antwort auf Ihre Rückfrage");
        assertThat(back.place().locator(".ks-note-question")).containsText("Antwort von Sachbearbeitung Umweltamt");
        assertThat(back.place().locator(".ks-note-question"))
                .containsText("Bei uns heißt es Bauteilbörse. " + DANGEROUS);
        assertThat(back.field("Titel")).hasValue("Bauteilbörse");
        Screenshots.take(clerk.page(), "35-rueckfrage-beantwortet");
    }

    @Test
    void givesATaskBackToEverybodyInTheDepartment(Workplace workplace) {
        String number = MeasureOnItsWay.sentBack(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm form = clerk.opens(number, TASK);
        clerk.claims();

        clerk.asks("Zurückgeben")
                .writes("Grund", "Bis Monatsende bin ich in einem anderen Vorhaben. " + DANGEROUS)
                .isFitForUse("36-zurueckgeben")
                .accepts();

        assertThat(clerk.done())
                .containsText("Die Aufgabe kann wieder jede Person übernehmen: Wirtschaftsförderung Münster GmbH.");
        assertThat(form.place().locator(".ks-claim-hint")).isVisible();
        assertThat(clerk.page()
                        .locator(".ks-done button, .ks-actions button")
                        .and(clerk.page().locator(":focus")))
                .hasCount(1);
        assertThat(workplace.tasklist("wfm-zweite").fresh().card(number, TASK)).isVisible();
    }

    @Test
    void putsATaskOffUntilADayOnWhichItIsBack(Workplace workplace) {
        MeasureOnItsWay measure = MeasureOnItsWay.sentBack(workplace);
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        clerk.opens(measure.number(), TASK);
        ActionDialog dialog = clerk.asks("Wiedervorlage");

        dialog.writes("Wiedervorlage am", "1.1.2020").accepts();
        assertThat(dialog.problemAt("Wiedervorlage am")).hasText("Bitte wählen Sie einen Tag nach heute.");
        assertThat(dialog.field("Wiedervorlage am")).hasValue("01.01.2020");
        dialog.writes("Wiedervorlage am", "31.02.2020").accepts();
        assertThat(dialog.problemAt("Wiedervorlage am"))
                .hasText("Bitte geben Sie ein gültiges Datum an (Tag, Monat, Jahr).");
        dialog.isFitForUse("37-wiedervorlage-in-der-vergangenheit");
        dialog.presses("in einer Woche").writes("Grund", "Dann liegt die Zusage vor. " + DANGEROUS);
        dialog.accepts();

        assertThat(clerk.done()).containsText("unter „Wiedervorlage“.");
        assertThat(clerk.card(measure.number(), TASK)).isHidden();
        clerk.chooses("Wiedervorlage");
        assertThat(clerk.card(measure.number(), TASK)).containsText("Wiedervorlage: ");
        Screenshots.take(clerk.page(), "38-auf-wiedervorlage");

        measure.followUpArrives("rework-proposal");
        assertThat(clerk.fresh().card(measure.number(), TASK)).isVisible();
        clerk.chooses("Wiedervorlage");
        assertThat(clerk.card(measure.number(), TASK)).isHidden();
    }

    @Test
    void getsMoreTimeFromTheHeadWhoSaysWhy(Workplace workplace) {
        String number = MeasureOnItsWay.sentBack(workplace).number();
        Tasklist head = workplace.tasklist("wfm-head").fresh();
        head.opens(number, TASK);
        ActionDialog dialog = head.asks("Frist verlängern");

        dialog.writes("Neue Frist", "1.1.2020").accepts();
        assertThat(dialog.problemAt("Neue Frist")).hasText("Die neue Frist darf nicht in der Vergangenheit liegen.");
        assertThat(dialog.problemAt("Grund")).hasText("Bitte füllen Sie dieses Feld aus.");
        dialog.isFitForUse("39-frist-verlaengern");
        dialog.writes("Neue Frist", DAY.format(CityDay.today().plusDays(60)))
                .writes("Grund", "Das Gutachten kommt erst im Januar. " + DANGEROUS)
                .accepts();

        assertThat(head.done()).containsText("Die Frist läuft jetzt bis zum ");
        assertThat(head.done().getByText("Rückgängig")).isVisible();
    }

    @Test
    void choosesADayWithTheKeyboardAlone(Workplace workplace) {
        String number = MeasureOnItsWay.sentBack(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        clerk.opens(number, TASK);
        ActionDialog dialog = clerk.asks("Wiedervorlage");
        Locator day = dialog.field("Wiedervorlage am");
        Locator calendar = dialog.place().locator(".ks-day-calendar");
        Keyboard keyboard = clerk.page().keyboard();

        assertThat(day).isFocused();
        day.fill("24.12.2030");
        keyboard.press("ArrowDown");
        assertThat(calendar.locator(".flatpickr-day.selected")).isFocused();
        assertThat(calendar.locator(".flatpickr-weekday").first()).hasText("Mo");
        dialog.isFitForUse("39-kalender");
        keyboard.press("ArrowRight");
        keyboard.press("Enter");
        assertThat(day).hasValue("25.12.2030");
        assertThat(calendar).isHidden();

        dialog.place().getByLabel("Kalender öffnen").press("Enter");
        assertThat(calendar.locator(".flatpickr-day.selected")).isFocused();
        keyboard.press("Escape");
        assertThat(calendar).isHidden();
        assertThat(dialog.place()).isVisible();
        assertThat(day).hasValue("25.12.2030");
    }

    @Test
    void staysInTheDialogAndLosesNothingByMistake(Workplace workplace) {
        String number = MeasureOnItsWay.sentBack(workplace).number();
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        clerk.opens(number, TASK);
        Keyboard keyboard = clerk.page().keyboard();

        clerk.action("Weitergeben").press("Enter");
        ActionDialog dialog = new ActionDialog(clerk.page());
        for (int step = 0; step < 12; step++) {
            keyboard.press("Tab");
            assertThat((boolean) clerk.page()
                            .evaluate("() => document.activeElement === document.body"
                                    + " || Boolean(document.activeElement.closest('dialog'))"))
                    .as("the focus is in the dialog")
                    .isTrue();
        }
        keyboard.press("Escape");
        assertThat(dialog.place()).isHidden();
        assertThat(clerk.action("Weitergeben")).isFocused();

        keyboard.press("Enter");
        new ActionDialog(clerk.page()).writes("Grund", "Halb getippt");
        clerk.page().onceDialog(question -> {
            assertThat(question.message()).contains("geht verloren");
            question.dismiss();
        });
        keyboard.press("Escape");
        assertThat(dialog.field("Grund")).hasValue("Halb getippt");
        clerk.page().onceDialog(Dialog::accept);
        dialog.presses("Abbrechen");
        assertThat(dialog.place()).isHidden();
        assertThat(clerk.action("Weitergeben")).isFocused();
    }
}
