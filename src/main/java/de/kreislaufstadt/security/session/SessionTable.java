package de.kreislaufstadt.security.session;

import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code account_session}. Times are those of the database: nodes may have different ones. */
@Repository
class SessionTable {

    private static final String HOLDS =
            "used_at > now() - make_interval(secs => case when account is null then :signingIn else :signedIn end)"
                    + " and created_at > now() - interval '1 day'";

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How long a session lasts that nobody uses.
     *
     * @param signingIn while nobody has signed in with it
     * @param signedIn of somebody
     */
    record Idle(Duration signingIn, Duration signedIn) {}

    /**
     * @param content as it is stored
     * @param unnoted whether its last use was noted long enough ago to be noted again
     */
    record Row(byte[] content, boolean unnoted) {}

    Optional<Row> find(byte[] id, Idle idle, Duration noted) {
        return idle(
                        jdbc.sql("select content, used_at < now() - make_interval(secs => :noted) as unnoted"
                                        + " from account_session where id = :id and " + HOLDS)
                                .param("id", id)
                                .param("noted", noted.toSeconds()),
                        idle)
                .query((row, i) -> new Row(row.getBytes("content"), row.getBoolean("unnoted")))
                .optional();
    }

    /** @return the content, which nobody else changes until the end of the transaction; empty if the session has ended */
    Optional<byte[]> lock(byte[] id) {
        return jdbc.sql("select content from account_session where id = :id for no key update")
                .param("id", id)
                .query((row, i) -> row.getBytes("content"))
                .optional();
    }

    /** @param account null while nobody is signed in */
    void insert(byte[] id, String account, byte[] content) {
        jdbc.sql("insert into account_session (id, account, content) values (:id, :account, :content)")
                .param("id", id)
                .param("account", account, Types.VARCHAR)
                .param("content", content)
                .update();
    }

    void update(byte[] id, byte[] content) {
        jdbc.sql("update account_session set content = :content, used_at = now() where id = :id")
                .param("id", id)
                .param("content", content)
                .update();
    }

    /** The same of a session that somebody has signed in with, or out of. */
    void update(byte[] id, String account, byte[] content) {
        jdbc.sql("update account_session set account = :account, content = :content, used_at = now() where id = :id")
                .param("id", id)
                .param("account", account, Types.VARCHAR)
                .param("content", content)
                .update();
    }

    /** Notes that it was used; of several requests at once one does. */
    void used(byte[] id, Duration noted) {
        jdbc.sql("update account_session set used_at = now()"
                        + " where id = :id and used_at < now() - make_interval(secs => :noted)")
                .param("id", id)
                .param("noted", noted.toSeconds())
                .update();
    }

    /** @return whether nobody else has checked the session within this time; then it counts as checked now */
    boolean takeCheck(byte[] id, Duration within) {
        return jdbc.sql("update account_session set checked_at = now() where id = :id"
                                + " and (checked_at is null or checked_at < now() - make_interval(secs => :within))")
                        .param("id", id)
                        .param("within", within.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    void delete(byte[] id) {
        jdbc.sql("delete from account_session where id = :id").param("id", id).update();
    }

    int deleteEnded(Idle idle) {
        return idle(jdbc.sql("delete from account_session where not (" + HOLDS + ")"), idle)
                .update();
    }

    private static JdbcClient.StatementSpec idle(JdbcClient.StatementSpec statement, Idle idle) {
        return statement
                .param("signingIn", idle.signingIn().toSeconds())
                .param("signedIn", idle.signedIn().toSeconds());
    }
}
