package de.kreislaufstadt.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.account.LocalSignIn;
import de.kreislaufstadt.account.LocalSignIn.Refused;
import de.kreislaufstadt.account.LocalSignIn.SignedIn;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Passwords;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Passwords that are kept in an older way stay valid, and are kept in today's after the first sign-in. */
@ApplicationTest
class OlderPasswordsTest {

    private static final String RIGHT = TestDatabase.PASSWORD;
    private static final String OLD = "{SHA-512}";
    private static final int SIGNED_IN = 303;

    @LocalServerPort
    int port;

    @Autowired
    LocalSignIn signIn;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final ExecutorService windows = Executors.newFixedThreadPool(2);
    private final String user = "probe-" + UUID.randomUUID();

    /** As the engine kept it before this application had a way of its own. */
    @BeforeEach
    void anAccountOfThatTime() throws NoSuchAlgorithmException {
        accounts.ensurePerson(Office.MUNICIPALITY, user, "Probe", List.of("muenster-staff"), RIGHT);
        String salt = "some salt";
        byte[] digest = MessageDigest.getInstance("SHA-512").digest((RIGHT + salt).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("update camunda.act_id_user set pwd_ = :hash, salt_ = :salt where id_ = :user")
                .param("hash", OLD + Base64.getEncoder().encodeToString(digest))
                .param("salt", salt)
                .param("user", user)
                .update();
    }

    @AfterEach
    void gone() {
        windows.shutdownNow();
        jdbc.sql("delete from failing_address").update();
        jdbc.sql("delete from failed_sign_in").update();
        accounts.removePerson(Office.MUNICIPALITY, user);
    }

    @Test
    void staysValidAndIsKeptBetterAfterwards() {
        assertThat(check("wrong")).isInstanceOf(Refused.class);
        assertThat(stored()).startsWith(OLD);
        assertThat(check(RIGHT)).isInstanceOf(SignedIn.class);
        assertThat(stored()).startsWith("{PBKDF2}");
        assertThat(check(RIGHT)).isInstanceOf(SignedIn.class);
    }

    /** Both have checked it in the old way before either keeps it anew. */
    @Test
    void whoSignsInInTwoWindowsAtOnceGetsInInBoth() {
        List<CompletableFuture<Integer>> answers = transaction.execute(status -> {
            hold();
            List<CompletableFuture<Integer>> sent =
                    Stream.of(signsIn(), signsIn()).toList();
            await().until(() -> waitingForTheAccount() == 2);
            return sent;
        });

        assertThat(answers).extracting(CompletableFuture::join).containsExactly(SIGNED_IN, SIGNED_IN);
        assertThat(stored()).startsWith("{PBKDF2}");
        assertThat(check(RIGHT)).isInstanceOf(SignedIn.class);
    }

    @Test
    void aPasswordThatIsSetMeanwhileStays() {
        CompletableFuture<Integer> answer = transaction.execute(status -> {
            hold();
            CompletableFuture<Integer> sent = signsIn();
            await().until(() -> waitingForTheAccount() == 1);
            passwords.set(user, "tulpe regal dampfer nebel");
            return sent;
        });

        answer.join();
        assertThat(check(RIGHT)).isInstanceOf(Refused.class);
        assertThat(check("tulpe regal dampfer nebel")).isInstanceOf(SignedIn.class);
    }

    private void hold() {
        jdbc.sql("select id_ from camunda.act_id_user where id_ = :user for update")
                .param("user", user)
                .query(String.class)
                .single();
    }

    private CompletableFuture<Integer> signsIn() {
        return CompletableFuture.supplyAsync(
                () -> new Http(port)
                        .sendSignIn(user, RIGHT, "/camunda/app/tasklist/default/")
                        .status(),
                windows);
    }

    private int waitingForTheAccount() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query ilike '%act_id_user%'
                        """).query(Integer.class).single();
    }

    /** Each from another address: this is about names. */
    private LocalSignIn.Result check(String password) {
        return signIn.check(user, password, UUID.randomUUID().toString());
    }

    private String stored() {
        return jdbc.sql("select pwd_ from camunda.act_id_user where id_ = :user")
                .param("user", user)
                .query(String.class)
                .single();
    }
}
