package de.kreislaufstadt.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code account} and {@code ended_session}. An account of the engine without a row is local and enabled. */
@Repository
class AccountTable {

    private static final String STATE = """
            select coalesce(a.enabled, true) as enabled, coalesce(a.generation, 0) as generation,
                   exists (select from ended_session e where e.provider = :provider and e.sid = :sid) as ended
            from camunda.act_id_user u left join account a on a.id = u.id_
            where u.id_ = :id
            """;

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the next request of a session is let in by. */
    record State(boolean enabled, long generation, boolean ended) {}

    /** @return empty if there is no such user */
    Optional<State> state(String id, String provider, String sid) {
        return jdbc.sql(STATE)
                .param("id", id)
                .param("provider", provider, java.sql.Types.VARCHAR)
                .param("sid", sid, java.sql.Types.VARCHAR)
                .query(State.class)
                .optional();
    }

    boolean isDisabled(String id) {
        return jdbc.sql("select exists (select from account where id = :id and not enabled)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Optional<PersonAccount> find(String id) {
        return jdbc.sql("""
                        select u.id_ as id, a.provider, a.claimed_municipality as municipality, coalesce(a.enabled, true) as enabled
                        from camunda.act_id_user u left join account a on a.id = u.id_ where u.id_ = :id
                        """).param("id", id).query(PersonAccount.class).optional();
    }

    void enable(String id, boolean enabled) {
        jdbc.sql("""
                        insert into account (id, enabled) values (:id, :enabled)
                        on conflict (id) do update set enabled = :enabled, generation = account.generation + 1
                        """).param("id", id).param("enabled", enabled).update();
    }

    void endSessions(String id) {
        jdbc.sql("""
                        insert into account (id, generation) values (:id, 1)
                        on conflict (id) do update set generation = account.generation + 1
                        """).param("id", id).update();
    }

    /** No session lasts two days, so what ended before them need not be remembered. */
    void endSession(String provider, String sid) {
        jdbc.sql("delete from ended_session where ended_at < now() - interval '2 days'")
                .update();
        jdbc.sql("insert into ended_session (provider, sid) values (:provider, :sid) on conflict do nothing")
                .param("provider", provider)
                .param("sid", sid)
                .update();
    }

    Optional<PersonAccount> ofSubject(String provider, String subject) {
        return jdbc.sql("""
                        select id, provider, claimed_municipality as municipality, enabled from account
                        where provider = :provider and subject = :subject for update
                        """)
                .param("provider", provider)
                .param("subject", subject)
                .query(PersonAccount.class)
                .optional();
    }

    /** Waits for another sign-in of the same person, so that only one of them creates the account. */
    void lock(String provider, String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:who, 0))")
                .param("who", provider + '\n' + subject)
                .query(row -> {});
    }

    void create(String id, String provider, String subject, String municipality) {
        jdbc.sql("""
                        insert into account (id, provider, subject, claimed_municipality)
                        values (:id, :provider, :subject, :municipality)
                        """)
                .param("id", id)
                .param("provider", provider)
                .param("subject", subject)
                .param("municipality", municipality)
                .update();
    }

    void belongsTo(String id, String municipality) {
        jdbc.sql("update account set claimed_municipality = :municipality where id = :id")
                .param("id", id)
                .param("municipality", municipality)
                .update();
    }
}
