package de.kreislaufstadt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.kreislaufstadt.journey.City;
import de.kreislaufstadt.support.CityDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody who came to a workshop says without account how it was, reads the minutes and objects to them. */
abstract class GuestAfterTheWorkshop {

    private static final String ALL = "html";
    private static final Pattern FEEDBACK = Pattern.compile("https?://\\S+/rueckmeldung/[\\w.-]+");

    @Test
    void saysHowItWasOnce(Workplace workplace) {
        MeasureOnItsWay measure = held(workplace);
        Tasklist clerk = workplace.tasklist("wfm").fresh();
        OpenForm form = clerk.opensTask(measure.claims("wfm", "write-minutes"));
        Matcher link = FEEDBACK.matcher(form.place().innerText());
        assertThat(link.find())
                .as("the clerk has the link for people without mail")
                .isTrue();

        Page page = workplace.visits(link.group());
        assertThat(page.getByRole(AriaRole.HEADING, named("Wie war der Workshop?")))
                .isVisible();
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        send(page, "Rückmeldung absenden");
        assertThat(page).hasTitle(Pattern.compile("^Fehler: .*"));
        assertThat(page.locator(".problems")).isFocused();
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        Screenshots.takeAll(page, "rueckmeldung-fehler");

        page.locator("fieldset", new Page.LocatorOptions().setHasText("Inhalte"))
                .getByLabel("Sehr gut")
                .check();
        page.getByLabel("Was war gut?").fill("Viele neue Kontakte");
        send(page, "Rückmeldung absenden");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Danke für Ihre Rückmeldung");
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        Screenshots.takeAll(page, "rueckmeldung-gezaehlt");
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void readsTheMinutesAndObjects(Workplace workplace) throws JOSEException {
        MeasureOnItsWay measure = held(workplace);
        // The form shows a link to feedback, so that the city has a key by now.
        workplace.tasklist("wfm").fresh().opensTask(measure.claims("wfm", "write-minutes"));
        String link = minutesLink(workplace.city(), measure.number());
        Page early = workplace.visits(link);
        assertThat(early.getByRole(AriaRole.HEADING, named("Das Protokoll ist in Arbeit")))
                .isVisible();
        assertThat(Accessibility.violations(early, ALL)).isEmpty();
        measure.does("wfm", "write-minutes").does("difu", "check-minutes");
        workplace.city().givesTimeToObject(measure.number());

        Page page = workplace.visits(link);
        assertThat(page.getByRole(AriaRole.HEADING, named("Einwand erheben"))).isVisible();
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        Screenshots.takeAll(page, "protokoll");
        send(page, "Einwand senden");
        assertThat(page.locator(".problems")).isFocused();
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        Screenshots.takeAll(page, "protokoll-fehler");

        page.getByLabel("Ihr Einwand").fill("Die Kammer hat zugestimmt, nicht abgelehnt.");
        send(page, "Einwand senden");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Ihr Einwand ist eingegangen");
        assertThat(page.getByText("Eingegangen, noch nicht entschieden")).isVisible();
        assertThat(Accessibility.violations(page, ALL)).isEmpty();
        Screenshots.takeAll(page, "protokoll-einwand");

        page.setViewportSize(360, 700);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing has to be moved sideways")
                .isEqualTo(true);
    }

    /** A workshop of today that has taken place. */
    private static MeasureOnItsWay held(Workplace workplace) {
        LocalDate today = CityDay.today();
        return MeasureOnItsWay.atTheWorkshops(workplace)
                .does(
                        "wfm",
                        "prepare-workshop",
                        Examples.of(
                                "prepare-workshop",
                                form -> form.put("date", today.toString())
                                        .put(
                                                "registrationUntil",
                                                MeasureTour.workingDayBefore(today)
                                                        .toString())))
                .does("difu", "agree-agenda")
                .does("wfm", "invite-participants")
                .does("wfm", "check-registrations")
                .does("wfm", "confirm-workshop");
    }

    /** The link stands in a letter only; without a mail server it is signed here as the application signs it. */
    private static String minutesLink(City city, String number) throws JOSEException {
        String seat = "from kreislaufstadt.workshop_invitation i"
                + " join kreislaufstadt.workshop w on w.id = i.workshop_id"
                + " join kreislaufstadt.measure m on m.id = w.measure_id where m.number = ? and i.number = 1";
        String key = city.stored("select encode(secret, 'hex') from kreislaufstadt.link_key");
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience("protokoll")
                .claim("m", city.stored("select municipality_id from kreislaufstadt.measure where number = ?", number))
                .claim("w", city.stored("select w.id " + seat, number))
                .claim("i", city.stored("select i.id " + seat, number))
                .expirationTime(Date.from(Instant.now().plus(30, ChronoUnit.DAYS)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(HexFormat.of().parseHex(key)));
        return city.address("/protokoll/" + token.serialize());
    }

    private static void send(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
