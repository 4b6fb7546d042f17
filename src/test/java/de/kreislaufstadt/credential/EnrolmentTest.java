package de.kreislaufstadt.credential;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a start password to a session with a second factor, page by page as a browser goes. */
@ApplicationTest
class EnrolmentTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String OWN = "tulpe regal dampfer nebel";
    private static final Pattern TOKEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\">");
    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{20,})</code>");
    private static final Pattern RECOVERY = Pattern.compile("<code>([A-Z2-7-]{29})</code>");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Credentials credentials;

    @Autowired
    SecondFactors factors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Movable clock;

    private final OneTimeCodes codes = new OneTimeCodes();
    private final String user = "probe-" + UUID.randomUUID();
    private String start;

    @BeforeEach
    void anAccountThatNeedsASecondFactor() {
        clock.standStill();
        accounts.ensurePerson(Office.MUNICIPALITY, user, "Probe", List.of("muenster-staff"), null);
        start = credentials.renew(user);
        credentials.requireFactor(user);
    }

    @AfterEach
    void asBefore() {
        clock.putBack();
        jdbc.sql("delete from failing_address").update();
        accounts.removePerson(Office.MUNICIPALITY, user);
    }

    @Test
    void theFirstSignInSetsAPasswordAndAFactorAndOnlyThenOpensAnything() {
        Http browser = new Http(port);
        assertThat(browser.sendSignIn(user, start, TASKLIST).header("Location")).isEqualTo(Journey.CODE);
        assertThat(browser.get(Journey.CODE).header("Location")).isEqualTo(Journey.NEW_PASSWORD);
        assertThat(signedIn(browser)).isFalse();
        assertThat(browser.get(Journey.ENROLMENT).header("Location")).isEqualTo(Journey.NEW_PASSWORD);

        Http.Answer weak = send(browser, Journey.NEW_PASSWORD, "password", "Password1234", "again", "Password1234");
        assertThat(weak.status()).isEqualTo(400);
        assertThat(weak.body()).contains("leicht zu erraten");
        assertThat(send(browser, Journey.NEW_PASSWORD, "password", OWN, "again", "anders")
                        .body())
                .contains("verschieden");
        assertThat(send(browser, Journey.NEW_PASSWORD, "password", OWN, "again", OWN)
                        .header("Location"))
                .isEqualTo(Journey.ENROLMENT);
        assertThat(signedIn(browser)).isFalse();

        Http.Answer page = browser.get(Journey.ENROLMENT);
        assertThat(page.body()).contains("<path", "vorgeschrieben").doesNotContain("<script", "style=");
        byte[] secret = secret(page);
        assertThat(send(browser, Journey.ENROLMENT, "code", "000000").status()).isEqualTo(400);
        assertThat(secret(browser.get(Journey.ENROLMENT)))
                .as("the same picture")
                .isEqualTo(secret);
        Http.Answer done = send(browser, Journey.ENROLMENT, "code", code(secret));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("Ersatzcodes", TASKLIST);
        assertThat(recoveryCodes(done)).hasSize(SecondFactors.RECOVERY_CODES).doesNotHaveDuplicates();
        assertThat(signedIn(browser)).isTrue();

        assertThat(new Http(port).as(user, OWN).get("/engine-rest/task/count").status())
                .as("programs cannot be asked for a code")
                .isEqualTo(401);
        assertThat(new Http(port).sendSignIn(user, start, TASKLIST).status()).isEqualTo(401);
    }

    @Test
    void everyCodeWorksOnceAndNoneBeforeThePassword() {
        byte[] secret = enrolled();
        Http browser = new Http(port);
        assertThat(browser.get(Journey.CODE).header("Location")).isEqualTo(Journey.START);
        browser.sendSignIn(user, OWN, TASKLIST);
        assertThat(send(browser, Journey.CODE, "code", code(secret)).status())
                .as("used for setting it up")
                .isEqualTo(401);
        assertThat(signedIn(browser)).isFalse();
        clock.advance(Duration.ofSeconds(60));
        assertThat(send(browser, Journey.CODE, "code", code(secret)).header("Location"))
                .isEqualTo(TASKLIST);
        assertThat(signedIn(browser)).isTrue();

        Http other = new Http(port);
        other.sendSignIn(user, OWN, TASKLIST);
        assertThat(send(other, Journey.CODE, "code", code(secret)).status())
                .as("seen over the shoulder")
                .isEqualTo(401);
    }

    @Test
    void aRecoveryCodeOpensOnce() {
        byte[] secret = enrolled();
        List<String> paper = factors.confirm(user, secret, codeIn(secret, 30)).orElseThrow();
        Http browser = new Http(port);
        browser.sendSignIn(user, OWN, TASKLIST);
        assertThat(send(browser, Journey.CODE, "code", " " + paper.get(3).toLowerCase() + " ")
                        .header("Location"))
                .isEqualTo(TASKLIST);
        assertThat(factors.recoveryCodesLeft(user)).isEqualTo(SecondFactors.RECOVERY_CODES - 1);

        Http other = new Http(port);
        other.sendSignIn(user, OWN, TASKLIST);
        assertThat(send(other, Journey.CODE, "code", paper.get(3)).status()).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from recovery_code where encode(code_hash, 'escape') like :code")
                        .param("code", "%" + paper.get(0).substring(0, 4) + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoHasThePasswordGetsNoEndlessAttemptsAtTheCode() {
        byte[] secret = enrolled();
        clock.advance(Duration.ofMinutes(2));
        Http browser = new Http(port);
        browser.sendSignIn(user, OWN, TASKLIST);
        for (int i = 0; i < FailedSignIns.FREE; i++) {
            send(browser, Journey.CODE, "code", "00000" + i);
        }
        assertThat(send(browser, Journey.CODE, "code", code(secret)).status()).isEqualTo(401);
        assertThat(browser.sendSignIn(user, OWN, TASKLIST).status())
                .as("the password opens no new round")
                .isEqualTo(401);
    }

    @Test
    void changingThePasswordAsksForTheOldOneAndEndsOtherSessions() {
        accounts.ensurePerson(Office.MUNICIPALITY, "frei-" + user, "Frei", List.of("muenster-staff"), OWN);
        Http desk = new Http(port);
        Http phone = new Http(port);
        assertThat(desk.signIn("frei-" + user, OWN, "tasklist").status()).isEqualTo(200);
        phone.signIn("frei-" + user, OWN, "tasklist");
        String next = "anker wolke besen turm";

        Http.Answer wrong = change(desk, "falsch", next, next);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(signedIn(phone)).isTrue();
        assertThat(change(desk, OWN, OWN, OWN).body()).contains("bisherige");
        assertThat(change(desk, OWN, next, next).header("Location")).isEqualTo(AccountPage.PATH + "?erledigt=passwort");
        assertThat(signedIn(desk)).isTrue();
        assertThat(signedIn(phone)).isFalse();
        assertThat(new Http(port)
                        .as("frei-" + user, OWN)
                        .get("/engine-rest/task/count")
                        .status())
                .isEqualTo(401);
        assertThat(new Http(port)
                        .as("frei-" + user, next)
                        .get("/engine-rest/task/count")
                        .status())
                .isEqualTo(200);
        accounts.removePerson(Office.MUNICIPALITY, "frei-" + user);
    }

    private Http.Answer change(Http browser, String old, String password, String again) {
        String token = token(browser.get(AccountPage.PATH));
        return browser.sendForm(
                AccountPage.PATH + "/passwort",
                token + "passwort=" + encoded(old) + "&password=" + encoded(password) + "&again=" + encoded(again));
    }

    /** @return secret of the app */
    private byte[] enrolled() {
        credentials.change(user, "Probe", start, OWN, OWN);
        byte[] secret = OneTimeCodes.newSecret();
        assertThat(factors.confirm(user, secret, code(secret))).isPresent();
        return secret;
    }

    private String code(byte[] secret) {
        return codeIn(secret, 0);
    }

    private String codeIn(byte[] secret, int seconds) {
        return codes.code(secret, clock.instant().plusSeconds(seconds).getEpochSecond() / 30);
    }

    private boolean signedIn(Http browser) {
        return browser.get("/camunda/api/kreislaufstadt/mail").status() == 200;
    }

    private static Http.Answer send(Http browser, String path, String... fields) {
        StringBuilder form = new StringBuilder(token(browser.get(path)));
        for (int i = 0; i < fields.length; i += 2) {
            form.append(fields[i]).append('=').append(encoded(fields[i + 1])).append('&');
        }
        return browser.sendForm(path, form.toString());
    }

    private static String token(Http.Answer page) {
        Matcher token = TOKEN.matcher(page.body());
        return token.find() ? token.group(1) + "=" + encoded(token.group(2)) + "&" : "";
    }

    private static byte[] secret(Http.Answer page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        String text = secret.group(1).replace(" ", "");
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    private static List<String> recoveryCodes(Http.Answer page) {
        return RECOVERY.matcher(page.body())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
