package de.kreislaufstadt.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.StatementCount;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions in the database: what a request of one costs, what is in the table, and when a row goes. */
@ApplicationTest
class StoredSessionsTest {

    private static final String CLERK = "kataster-sachbearbeitung";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String MINE = "/camunda/api/kreislaufstadt/mail";
    private static final String ROW = "account_session";

    @LocalServerPort
    int port;

    @Autowired
    StoredSessions sessions;

    @Autowired
    StatementCount.Counter statements;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Http browser;

    @BeforeEach
    void nobodyIsSignedIn() {
        jdbc.sql("delete from account_session").update();
        browser = new Http(port);
    }

    @AfterEach
    void nothingLeft() {
        jdbc.sql("delete from account_session").update();
    }

    @Test
    void aRequestReadsItsSessionOnceAndWritesNothing() {
        signedIn();

        assertThat(ofSessions(() -> browser.get(MINE)))
                .singleElement()
                .asString()
                .startsWith("select");
        assertThat(ofSessions(() -> browser.get(TASKLIST))).hasSize(1);
    }

    @Test
    void theLastUseIsNotedOnceAMinute() {
        signedIn();
        jdbc.sql("update account_session set used_at = now() - interval '61 seconds'")
                .update();

        assertThat(ofSessions(() -> browser.get(MINE))).hasSize(2).anyMatch(sql -> sql.contains("set used_at = now()"));
        assertThat(ofSessions(() -> browser.get(MINE))).hasSize(1);
    }

    @Test
    void filesPublicPagesAndProgramsAskForNoSession() {
        signedIn();

        for (String path : List.of("/camunda/app/tasklist/scripts/config.js", "/", "/robots.txt")) {
            List<String> asked = ofSessions(() -> {
                Http.Answer answer = browser.get(path);
                assertThat(answer.status()).as(path).isIn(200, 302);
                assertThat(answer.header("Set-Cookie")).as(path).isNull();
            });
            assertThat(asked).as(path).isEmpty();
        }
        Http program = new Http(port).as(CLERK);
        assertThat(ofSessions(
                        () -> assertThat(program.get("/engine-rest/task/count").status())
                                .isEqualTo(200)))
                .isEmpty();
    }

    @Test
    void whoIsNobodyLeavesNothing() {
        assertThat(new Http(port).get("/camunda/api/engine/engine/default/task").status())
                .isIn(401, 403);
        Http.Answer page = new Http(port).get(TASKLIST);
        assertThat(page.status()).isEqualTo(401);
        assertThat(new Http(port)
                        .with("Cookie", "JSESSIONID=" + "A".repeat(43))
                        .get(MINE)
                        .status())
                .isEqualTo(401);

        assertThat(rows()).isZero();
    }

    @Test
    void theTableSaysWhoseSessionItIsAndNothingThatHelpsToTakeItOver() {
        signedIn();
        String id = browser.cookies().replaceAll("(?s).*JSESSIONID=([^;]+).*", "$1");

        String dump = jdbc.sql(
                        "select encode(id, 'escape') || encode(content, 'escape') || s::text as all from account_session s")
                .query(String.class)
                .single();

        assertThat(id).hasSize(43);
        assertThat(dump).contains(CLERK).doesNotContain(id, "SPRING_SECURITY", "camunda");
    }

    @Test
    void aSessionThatCannotBeReadLeadsToTheSignInPage() {
        for (String broken : List.of(
                "'\\x00'::bytea", "content || '\\x00'::bytea", "set_byte(content, 20, get_byte(content, 20) # 1)")) {
            nobodyIsSignedIn();
            signedIn();
            jdbc.sql("update account_session set content = " + broken).update();

            Http.Answer page = browser.get(TASKLIST);
            assertThat(page.status()).as(broken).isEqualTo(401);
            assertThat(page.body()).contains("/anmelden?ziel=");
            assertThat(browser.get(MINE).status()).isEqualTo(401);
            browser.without("X-XSRF-TOKEN");
            assertThat(browser.signIn(CLERK, "tasklist").status()).isEqualTo(200);
        }
    }

    @Test
    void whatTwoRequestsChangeAtOnceIsKeptAndAnEndedSessionStaysEnded() {
        StoredSession begun = sessions.createSession();
        begun.setAttribute("first", "eins");
        sessions.save(begun);
        StoredSession one = sessions.findById(begun.getId());
        StoredSession other = sessions.findById(begun.getId());
        one.setAttribute("second", "zwei");
        other.setAttribute("third", "drei");
        other.removeAttribute("first");
        sessions.save(one);
        sessions.save(other);

        StoredSession read = sessions.findById(begun.getId());
        assertThat(read.getAttributeNames()).containsExactlyInAnyOrder("second", "third");
        sessions.deleteById(begun.getId());
        read.setAttribute("fourth", "vier");
        sessions.save(read);
        assertThat(sessions.findById(begun.getId())).isNull();
    }

    @Test
    void aNewIdIsANewRowAndTheOldOneEnds() {
        StoredSession session = sessions.createSession();
        session.setAttribute("first", "eins");
        sessions.save(session);
        String old = session.getId();

        session.changeSessionId();
        sessions.save(session);

        assertThat(sessions.findById(old)).isNull();
        assertThat(sessions.findById(session.getId()).<String>getAttribute("first"))
                .isEqualTo("eins");
        assertThat(rows()).isEqualTo(1);
    }

    /** Eight hours without moving, one hour on the sign-in page, and a day at most. */
    @Test
    void sessionsThatNobodyUsesEndAndGo() {
        signedIn();
        new Http(port).get("/anmelden");
        assertThat(rows()).isEqualTo(2);
        unused("61 minutes");
        sessions.tidy();
        assertThat(rows()).as("the page for signing in is open for too long").isEqualTo(1);
        assertThat(browser.get(MINE).status()).isEqualTo(200);

        unused("481 minutes");
        assertThat(browser.get(MINE).status()).isEqualTo(401);
        sessions.tidy();
        assertThat(rows()).isZero();
    }

    @Test
    void sessionsGoWithTheirAccountAndWithSigningOut() {
        String user = "probe-" + UUID.randomUUID();
        accounts.ensurePerson(Office.MUNICIPALITY, user, "Probe", List.of("muenster-staff"), null);
        jdbc.sql("insert into account_session (id, account, content) values ('\\x01', :user, '\\x00')")
                .param("user", user)
                .update();
        accounts.removePerson(Office.MUNICIPALITY, user);
        assertThat(rows()).as("of a deleted account").isZero();

        signedIn();
        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(rows()).as("after signing out").isZero();
        assertThat(browser.get(MINE).status()).isEqualTo(401);
    }

    /** Two pages opened at once on two nodes have one token, and one with an old cookie gets the right one. */
    @Test
    void everyPageOfASessionGetsItsToken() {
        signedIn();
        Http.Answer page = browser.get(TASKLIST);
        assertThat(page.header("Set-Cookie"))
                .as("what the browser has is right")
                .isNull();

        Http window =
                new Http(port).with("Cookie", browser.cookies().replaceAll("XSRF-TOKEN=[^;]*", "XSRF-TOKEN=0123"));
        String cookie = window.get(TASKLIST).header("Set-Cookie");

        assertThat(cookie).startsWith("XSRF-TOKEN=").contains("Path=/camunda", "SameSite=Lax");
        assertThat(browser.cookies()).contains(cookie.substring(0, cookie.indexOf(';')));
    }

    private void signedIn() {
        assertThat(browser.signIn(CLERK, "tasklist").status()).isEqualTo(200);
    }

    private List<String> ofSessions(Runnable request) {
        statements.begin();
        request.run();
        StatementCount.Cost cost = statements.end();
        return Stream.concat(cost.ownStatements().stream(), cost.engineStatements().stream())
                .filter(sql -> sql.contains(ROW))
                .toList();
    }

    private void unused(String interval) {
        jdbc.sql("update account_session set used_at = now() - interval '" + interval + "'")
                .update();
    }

    private int rows() {
        return jdbc.sql("select count(*) from account_session")
                .query(Integer.class)
                .single();
    }
}
