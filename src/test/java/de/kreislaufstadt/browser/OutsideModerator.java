package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Somebody of no city: the account, the right on one workshop, the first sign-in with a second factor, and the task. */
abstract class OutsideModerator {

    private static final String ALL = "html";
    private static final String OWN = "tulpe regal dampfer nebel";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;

    private final TimeBasedOneTimePasswordGenerator app = new TimeBasedOneTimePasswordGenerator();

    @Test
    void isLetInByAHeadAndFindsTheTaskBehindASecondFactor(Workplace workplace) {
        String number = MeasureOnItsWay.atTheWorkshops(workplace)
                .does("wfm", "prepare-workshop")
                .number();
        Locator created = createsAnAccount(workplace);
        String account = created.locator("code").nth(0).innerText();
        String start = created.locator("code").nth(1).innerText();
        letsWorkOnTheWorkshop(workplace, number, account);

        Page page = workplace.visits("/anmelden");
        signsIn(page, account, "vertippt");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Die Anmeldung war nicht möglich");
        assertThat(page.getByLabel("Benutzername")).hasValue(account);
        assertThat(page.getByLabel("Passwort", exactly())).isFocused();
        isFineOnASmallScreen(page);
        HandbookPictures.takePage(page, page.locator("main"), "anmelden");
        signsIn(page, account, start);
        setsAPassword(page);
        byte[] secret = enrols(page);
        String recovery = page.locator(".codes code").first().innerText();
        assertThat(page.locator(".codes code")).hasCount(10);
        isFineOnASmallScreen(page);
        Screenshots.takeAll(page, "konto-ersatzcodes");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("weiter"))
                .click();
        Tasklist tasklist = new Tasklist(workplace.city()::address, page).fresh();
        assertThat(tasklist.cards()).hasCount(1);
        assertThat(tasklist.card(number, "Tagesordnung abstimmen")).isVisible();
        Screenshots.take(page, "konto-auswaertige-liste");

        changesThePassword(workplace, page);
        comesAgain(workplace, account, secret, recovery);
        page.context().close();
    }

    private static Locator createsAnAccount(Workplace workplace) {
        SignIn signIn = workplace.signIn("tasklist");
        signIn.as("admin");
        Page page = signIn.page();
        page.navigate(workplace.city().address("/camunda/app/tasklist/default/#/verwaltung?bereich=accounts"));
        Locator form = page.locator(".ks-external-form").first();
        form.getByLabel("Name").fill("Moderation von außen");
        form.getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Organisation: ");
        form.getByLabel("Organisation").fill("Institut für Probe");
        form.getByRole(AriaRole.BUTTON).last().click();
        Locator created = page.locator(".ks-accounts-password");
        assertThat(created).containsText("Startpasswort für Moderation von außen");
        page.getByLabel("Name oder Benutzername").fill("admin");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Suchen"))
                .click();
        assertThat(page.locator(".ks-admin")).containsText("Das sind Sie.");
        assertThat(Accessibility.violations(page, ".ks-admin")).isEmpty();
        assertThat(German.leftovers(page.locator(".ks-admin"))).isEmpty();
        HandbookPictures.takePage(page, page.locator(".ks-admin"), "konten");
        Screenshots.takeWhole(page, page.locator(".ks-admin"), "verwaltung-konten");
        return created;
    }

    private static void letsWorkOnTheWorkshop(Workplace workplace, String number, String account) {
        Locator section =
                workplace.tasklist("wfm-head").fresh().measures().opens(number).section("Mitarbeit von außen");
        section.getByLabel("Benutzername oder Mail-Adresse").fill("niemand");
        section.getByRole(AriaRole.BUTTON, named("Mitarbeiten lassen")).click();
        assertThat(section.getByRole(AriaRole.ALERT)).containsText("Konten für Auswärtige legt die Systembetreuung an");
        section.getByLabel("Benutzername oder Mail-Adresse").fill(account);
        section.getByRole(AriaRole.BUTTON, named("Mitarbeiten lassen")).click();
        assertThat(section.locator(".alert-success")).containsText("Die Person kann jetzt");
        assertThat(section.getByRole(AriaRole.TABLE)).containsText("Moderation von außen (Institut für Probe)");
        assertThat(Accessibility.violations(section.page(), ".ks-measures")).isEmpty();
        HandbookPictures.take(section.page(), section, "mitarbeit-von-aussen");
    }

    private static void setsAPassword(Page page) {
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Eigenes Passwort festlegen");
        page.getByLabel("Neues Passwort", exactly()).fill("Password1234");
        page.getByLabel("Neues Passwort wiederholen").fill("Password1234");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("leicht zu erraten");
        isFineOnASmallScreen(page);
        page.getByLabel("Neues Passwort", exactly()).fill(OWN);
        page.getByLabel("Neues Passwort wiederholen").fill(OWN);
        page.getByRole(AriaRole.BUTTON).click();
    }

    /** @return the secret as it is typed into an app that cannot take pictures */
    private byte[] enrols(Page page) {
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("QR-Code")))
                .isVisible();
        isFineOnASmallScreen(page);
        HandbookPictures.takePage(page, page.locator("main"), "zweiter-faktor");
        Screenshots.takeAll(page, "konto-zweiter-faktor");
        byte[] secret = bytes(page.locator("main code").innerText().replace(" ", ""));
        page.getByLabel("Code aus der App").fill("abc");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Der Code stimmt nicht");
        assertThat(page.locator("main code")).hasText(Pattern.compile("[A-Z2-7 ]{39}"));
        page.getByLabel("Code aus der App").fill(code(secret));
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Der zweite Faktor ist eingerichtet");
        return secret;
    }

    private static void changesThePassword(Workplace workplace, Page page) {
        page.navigate(workplace.city().address("/anmelden/konto"));
        isFineOnASmallScreen(page);
        HandbookPictures.takePage(page, page.locator("main"), "mein-konto");
        page.getByLabel("Bisheriges Passwort").fill("vertippt");
        page.getByLabel("Neues Passwort", exactly()).fill(OWN + " grün");
        page.getByLabel("Neues Passwort wiederholen").fill(OWN + " grün");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Passwort ändern"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Das Passwort stimmt nicht");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Überall sonst abmelden"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Alle anderen Anmeldungen sind beendet");
    }

    /** Another device: the code that was used already is refused, one of those for emergencies helps. */
    private void comesAgain(Workplace workplace, String account, byte[] secret, String recovery) {
        Page page = workplace.visits("/anmelden");
        signsIn(page, account, OWN);
        isFineOnASmallScreen(page);
        page.getByLabel("Code").fill("000000".equals(code(secret)) ? "000001" : "000000");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Der Code stimmt nicht oder wurde schon benutzt");
        page.getByLabel("Code").fill(recovery);
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("li.account")).isVisible();
        page.context().close();
    }

    private static void signsIn(Page page, String account, String password) {
        page.getByLabel("Benutzername").fill(account);
        page.getByLabel("Passwort", exactly()).fill(password);
        page.getByLabel("Passwort", exactly()).press("Enter");
    }

    /** Read aloud and on a telephone. */
    private static void isFineOnASmallScreen(Page page) {
        page.setViewportSize(320, 700);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing has to be moved sideways on %s", page.url())
                .isEqualTo(true);
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        page.setViewportSize(Browser.WIDTH, Browser.HEIGHT);
    }

    private String code(byte[] secret) {
        try {
            return app.generateOneTimePasswordString(new SecretKeySpec(secret, app.getAlgorithm()), Instant.now());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        BigInteger number = BigInteger.ZERO;
        for (char letter : base32.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(letter)));
        }
        byte[] padded = new byte[SECRET_BYTES + 1];
        byte[] bytes = number.toByteArray();
        System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
        return Arrays.copyOfRange(padded, 1, padded.length);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
