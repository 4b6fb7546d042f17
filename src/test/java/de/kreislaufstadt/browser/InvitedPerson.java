package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody without account opens the link of an invitation; the clerk sees what they have answered. */
abstract class InvitedPerson {

    private static final String ALL = "html";

    /** What has the focus, as somebody without mouse would tell. */
    private static final String FOCUS = "() => document.activeElement.id || document.activeElement.textContent.trim()";

    @Test
    void acceptsComesBackAndDeclinesAndTheClerkSeesIt(Workplace workplace) {
        MeasureOnItsWay measure = invited(workplace);
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm form = clerk.opensTask(measure.claims("wfm", "check-registrations"));
        String link = form.row(1).field("Persönlicher Antwortlink").inputValue();
        Screenshots.takeWhole(clerk.page(), form.place(), "anmeldungen-mit-links");

        Page page = workplace.visits(link);
        assertThat(page.getByRole(AriaRole.HEADING, level(1))).containsText("Kreislaufwirtschaft");
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        photograph(page, "einladung");
        page.getByLabel("Ja, ich nehme teil").check();
        page.getByLabel("Ich benötige Unterstützung bei der Teilnahme; bitte nehmen Sie Kontakt auf")
                .check();
        send(page);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Sie nehmen teil");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Wir nehmen Kontakt mit Ihnen auf");
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        photograph(page, "einladung-notiert");
        assertThat(page.context().cookies()).isEmpty();

        OpenForm answered = clerk.fresh().opensTask(open(workplace, measure));
        assertThat(answered.place()).containsText("Unterstützung gewünscht");
        assertThat(answered.row(1).field("Online beantwortet am")).not().hasValue("");
        assertThat(answered.row(1).field("Braucht Unterstützung, bitte Kontakt aufnehmen"))
                .isChecked();
        Screenshots.takeWhole(clerk.page(), answered.place(), "anmeldungen-online-beantwortet");

        Page again = workplace.visits(link);
        assertThat(again.getByLabel("Ja, ich nehme teil")).isChecked();
        again.getByLabel("Nein, ich kann nicht teilnehmen").check();
        send(again);
        assertThat(again.getByRole(AriaRole.STATUS)).containsText("Sie nehmen nicht teil");
        OpenForm declined = clerk.fresh().opensTask(open(workplace, measure));
        assertThat(declined.place()).not().containsText("Unterstützung gewünscht");
        assertThat(declined.content().at("/data/registrations/0/answer").asText())
                .isEqualTo("DECLINED");
    }

    @Test
    void answersWithoutMouseAndIsLedToWhatIsWrong(Workplace workplace) {
        MeasureOnItsWay measure = invited(workplace);
        OpenForm form = workplace.tasklist("wfm").fresh().opensTask(measure.claims("wfm", "check-registrations"));
        Page page =
                workplace.visits(form.row(2).field("Persönlicher Antwortlink").inputValue());
        Keyboard keyboard = page.keyboard();

        keyboard.press("Tab");
        assertThat(focus(page)).isEqualTo("Zum Inhalt");
        goTo(page, "choice");
        keyboard.press("ArrowDown");
        keyboard.press("ArrowDown");
        assertThat(page.getByLabel("Jemand anderes kommt für mich")).isChecked();
        goTo(page, "Antwort senden");
        keyboard.press("Enter");

        assertThat(page).hasTitle(Pattern.compile("^Fehler: .*"));
        assertThat(page.locator(".problems")).isFocused();
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        photograph(page, "einladung-fehler");
        keyboard.press("Tab");
        keyboard.press("Enter");
        assertThat(page.getByLabel("Name der Vertretung")).isFocused();
        assertThat(page.getByLabel("Jemand anderes kommt für mich")).isChecked();
        keyboard.type("Kim Berg");
        keyboard.press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Sie werden vertreten: Kim Berg");
    }

    @Test
    void readsThePageInEnglishOnASmallScreenAndWithALinkThatLeadsNowhere(Workplace workplace) {
        MeasureOnItsWay measure = invited(workplace);
        OpenForm form = workplace.tasklist("wfm").fresh().opensTask(measure.claims("wfm", "check-registrations"));
        String link = form.row(3).field("Persönlicher Antwortlink").inputValue();
        Page page = workplace.visits(link);
        page.setViewportSize(360, 700);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator(ALL)).hasAttribute("lang", "en");
        assertThat(page.getByText("Are you taking part?")).isVisible();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing has to be moved sideways")
                .isEqualTo(true);
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        photograph(page, "einladung-englisch-schmal");

        Page nowhere = workplace.visits(link.substring(0, link.length() - 4));
        assertThat(nowhere.getByRole(AriaRole.HEADING, level(1))).hasText("Dieser Link ist nicht mehr gültig");
        assertThat(Accessibility.violations(nowhere, ALL)).isEmpty();
        photograph(nowhere, "einladung-nichts");
    }

    private static MeasureOnItsWay invited(Workplace workplace) {
        return MeasureOnItsWay.atTheWorkshops(workplace)
                .does("wfm", "prepare-workshop")
                .does("difu", "agree-agenda")
                .does("wfm", "invite-participants");
    }

    private static String open(Workplace workplace, MeasureOnItsWay measure) {
        List<String> tasks = workplace.desk("wfm").open(measure.number(), "check-registrations");
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    private static void send(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Antwort senden"))
                .click();
    }

    private static void goTo(Page page, String wanted) {
        for (int step = 0; step < 20 && !wanted.equals(focus(page)); step++) {
            page.keyboard().press("Tab");
        }
        assertThat(focus(page)).isEqualTo(wanted);
    }

    private static String focus(Page page) {
        return page.evaluate(FOCUS).toString();
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }

    private static void photograph(Page page, String name) {
        Screenshots.takeAll(page, name);
    }
}
