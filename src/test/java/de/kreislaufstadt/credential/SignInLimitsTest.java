package de.kreislaufstadt.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import de.kreislaufstadt.account.LocalSignIn;
import de.kreislaufstadt.account.LocalSignIn.Refused;
import de.kreislaufstadt.account.LocalSignIn.SignedIn;
import de.kreislaufstadt.account.PersonAccounts;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Passwords;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import de.kreislaufstadt.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What guessing passwords leads to: nowhere, and always to the same answer. */
@ApplicationTest
class SignInLimitsTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String RIGHT = TestDatabase.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    LocalSignIn signIn;

    @Autowired
    FailedSignIns failed;

    @Autowired
    FailingAddresses addresses;

    @Autowired
    CredentialTable table;

    @Autowired
    Credentials credentials;

    @Autowired
    PersonAccounts people;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Movable clock;

    private final String user = "probe-" + UUID.randomUUID();

    /** However long the checks of passwords take, no pause ends by itself. */
    @BeforeEach
    void noTimePasses() {
        clock.standStill();
    }

    @AfterEach
    void asBefore() {
        clock.putBack();
        jdbc.sql("delete from failing_address").update();
        jdbc.sql("delete from failed_sign_in").update();
        accounts.removePerson(Office.MUNICIPALITY, user);
    }

    @Test
    void attemptsAtTheSameMomentDoNotGetPastTheLimit() throws InterruptedException, ExecutionException {
        create();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<LocalSignIn.Result>> attempts = IntStream.range(0, 30)
                    .<Callable<LocalSignIn.Result>>mapToObj(i -> () -> check("wrong " + i))
                    .toList();
            for (Future<LocalSignIn.Result> attempt : threads.invokeAll(attempts)) {
                assertThat(attempt.get()).isInstanceOf(Refused.class);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(failures()).as("attempts that were looked at").isEqualTo(FailedSignIns.FREE);
        assertThat(check(RIGHT)).as("locked").isInstanceOf(Refused.class);
    }

    @Test
    void thePauseGrowsEndsByItselfAndCannotBeLengthenedFromOutside() {
        create();
        IntStream.range(0, FailedSignIns.FREE).forEach(i -> check("wrong"));
        IntStream.range(0, 50).forEach(i -> check("wrong"));
        clock.advance(FailedSignIns.FIRST_PAUSE.plusSeconds(1));
        check("wrong");
        assertThat(check(RIGHT)).as("second pause").isInstanceOf(Refused.class);
        clock.advance(FailedSignIns.FIRST_PAUSE.multipliedBy(2).plusSeconds(1));
        assertThat(check(RIGHT)).isInstanceOf(SignedIn.class);
        assertThat(failures()).as("begins anew").isZero();
    }

    /** A person sends the right password again and again while the database stumbles, and is let in once it stands. */
    @Test
    void whatTheDatabaseDidNotAnswerIsNoFailedAttempt() {
        create();
        check("wrong");
        Passwords stumbling = mock(Passwords.class);
        when(stumbling.matches(user, RIGHT)).thenThrow(new DataAccessResourceFailureException("broken connection"));
        CheckedSignIn interrupted = new CheckedSignIn(
                failed, addresses, table, credentials, stumbling, accounts, new SimpleMeterRegistry(), clock);
        IntStream.range(0, 2 * FailedSignIns.FREE)
                .forEach(i -> assertThatThrownBy(() -> interrupted.check(user, RIGHT, "192.0.2.1"))
                        .isInstanceOf(DataAccessResourceFailureException.class));

        assertThat(failures()).as("the one that was looked at").isEqualTo(1);
        assertThat(check(RIGHT)).isInstanceOf(SignedIn.class);
    }

    @Test
    void theLongestPauseIsBounded() {
        create();
        for (int i = 0; i < 30; i++) {
            check("wrong");
            clock.advance(FailedSignIns.LONGEST_PAUSE);
        }
        check("wrong");
        assertThat(failed.locked(List.of(user)).get(user))
                .as("but for what the database rounds to")
                .isBeforeOrEqualTo(
                        clock.instant().plus(FailedSignIns.LONGEST_PAUSE).plus(1, ChronoUnit.MICROS));
    }

    @Test
    void everyWayInCountsForTheSameLock() {
        create();
        Http page = new Http(port);
        page.sendSignIn(user, "wrong", TASKLIST);
        page.sendSignIn(user, "wrong", TASKLIST);
        IntStream.range(0, 3).forEach(i -> basic("wrong"));

        assertThat(basic(RIGHT).status()).isEqualTo(401);
        assertThat(page.sendSignIn(user, RIGHT, TASKLIST).status()).isEqualTo(401);
    }

    @Test
    void unknownWrongLockedAndDisabledLookAlike() {
        create();
        Http.Answer wrong = new Http(port).sendSignIn(user, "wrong", TASKLIST);
        Http.Answer unknown = new Http(port).sendSignIn("nobody-" + user, "wrong", TASKLIST);
        people.disable(user);
        Http.Answer disabled = new Http(port).sendSignIn(user, RIGHT, TASKLIST);
        people.enable(user);
        IntStream.range(0, FailedSignIns.FREE).forEach(i -> check("wrong"));
        Http.Answer locked = new Http(port).sendSignIn(user, RIGHT, TASKLIST);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(List.of(unknown, disabled, locked)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(wrong.status());
            assertThat(withoutToken(answer)).isEqualTo(withoutToken(wrong));
            assertThat(headers(answer)).isEqualTo(headers(wrong));
        });
        assertThat(List.of(
                        basic(RIGHT), new Http(port).as("nobody-" + user, "x").get("/engine-rest/task/count")))
                .extracting(answer -> answer.status() + answer.body())
                .containsOnly(basic("wrong").status() + basic("wrong").body());
    }

    @Test
    void namesThatNobodyHasAreLockedLikeOthers() {
        IntStream.range(0, 12).forEach(i -> check("wrong"));
        assertThat(failures()).isEqualTo(FailedSignIns.FREE);
    }

    @Test
    void anAddressFromWhichTooMuchFailsIsToldToWait() {
        create();
        String address = "127.0.0.1";
        for (int i = 0; i < 50; i++) {
            signIn.check("somebody-" + i, "wrong", address);
        }
        Http.Answer page = new Http(port).sendSignIn(user, RIGHT, TASKLIST);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("Zu viele Versuche");
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 60);
        Http.Answer rest = basic(RIGHT);
        assertThat(rest.status()).isEqualTo(429);
        assertThat(rest.body()).contains("Zu viele Versuche");
        assertThat(Integer.parseInt(rest.header("Retry-After"))).isBetween(1, 60);
        assertThat(signIn.check(user, RIGHT, "203.0.113.7")).isInstanceOf(SignedIn.class);

        clock.advance(Duration.ofSeconds(45));
        assertThat(basic(RIGHT).status()).isEqualTo(200);
    }

    @Test
    void theEngineItselfChecksAndChangesNoPasswords() {
        Http admin = new Http(port).as("admin");
        String body = "{\"username\": \"admin\", \"password\": \"" + RIGHT + "\"}";
        assertThat(admin.post("/engine-rest/identity/verify", body).body()).doesNotContain("\"authenticated\":true");
        assertThat(admin.send(
                                "PUT",
                                "/engine-rest/user/wfm-leitung/credentials",
                                "{\"password\": \"x\", \"authenticatedUserPassword\": \"" + RIGHT + "\"}")
                        .status())
                .isBetween(400, 403);
    }

    private void create() {
        accounts.ensurePerson(Office.MUNICIPALITY, user, "Probe", List.of("muenster-staff"), RIGHT);
    }

    /** Each from another address: this is about names. */
    private LocalSignIn.Result check(String password) {
        return signIn.check(user, password, UUID.randomUUID().toString());
    }

    private Http.Answer basic(String password) {
        return new Http(port).as(user, password).get("/engine-rest/task/count");
    }

    private int failures() {
        return jdbc.sql("select coalesce(max(failures), 0) from failed_sign_in where name_hash = :hash")
                .param("hash", FailedSignIns.hash(user))
                .query(Integer.class)
                .single();
    }

    private static String withoutToken(Http.Answer answer) {
        return answer.body().replaceAll("value=\"[A-Za-z0-9_-]{40,}\"", "");
    }

    private static Set<String> headers(Http.Answer answer) {
        return new TreeSet<>(answer.response().headers().map().keySet());
    }
}
