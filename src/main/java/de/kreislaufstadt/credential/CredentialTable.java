package de.kreislaufstadt.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code local_credential}: an account without one has its password for good and may do without a second factor. */
@Repository
class CredentialTable {

    /** One statement for all that a sign-in asks: programs sign in anew with every request. */
    private static final String ATTEMPT = """
            select u.id_ is not null as known, coalesce(c.must_change, false) as must_change, c.start_until, c.ends_on,
                   coalesce(c.factor_required, false) as factor_required,
                   exists (select from second_factor s where s.account = u.id_) as has_factor,
                   exists (select from camunda.act_id_membership m
                           where m.user_id_ = u.id_ and m.group_id_ = 'camunda-admin') as administrator,
                   btrim(coalesce(u.first_, '') || ' ' || coalesce(u.last_, '')) as name,
                   coalesce(a.enabled, true) and a.provider is null as local, u.pwd_ as kept,
                   f.name_hash is not null as failed, x.failures, x.measured_at
            from (select cast(:account as varchar) as account) asked
            left join camunda.act_id_user u on u.id_ = asked.account
            left join account a on a.id = u.id_
            left join local_credential c on c.account = u.id_
            left join failed_sign_in f on f.name_hash = :name
            left join failing_address x on x.address_hash = :address
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CredentialTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How an account signs in.
     *
     * @param startUntil until when a start password may be used; null where the password is the person's own
     * @param endsOn last day; null for accounts that have none
     * @param local whether it is enabled and its password is kept here
     */
    record State(
            boolean mustChange,
            Instant startUntil,
            LocalDate endsOn,
            boolean factorRequired,
            boolean hasFactor,
            boolean administrator,
            String name,
            boolean local) {}

    /**
     * What is known when somebody tries.
     *
     * @param state empty where nobody has the name
     * @param kept the password's hash; null where there is none
     * @param failed whether the name has failed attempts
     * @param addressFailures failures of the address when they were measured
     * @param measuredAt null where there are none
     */
    record Attempt(Optional<State> state, String kept, boolean failed, double addressFailures, Instant measuredAt) {}

    Attempt attempt(String account, String address) {
        return jdbc.sql(ATTEMPT)
                .param("account", account)
                .param("name", FailedSignIns.hash(account))
                .param("address", FailedSignIns.hash(address))
                .query((row, i) -> new Attempt(
                        row.getBoolean("known") ? Optional.of(state(row)) : Optional.empty(),
                        row.getString("kept"),
                        row.getBoolean("failed"),
                        row.getDouble("failures"),
                        instant(row, "measured_at")))
                .single();
    }

    /** @return empty if there is no such account */
    Optional<State> state(String account) {
        return attempt(account, "").state();
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                row.getBoolean("must_change"),
                instant(row, "start_until"),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("factor_required"),
                row.getBoolean("has_factor"),
                row.getBoolean("administrator"),
                row.getString("name"),
                row.getBoolean("local"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    /** Somebody else has set the password: the person sets an own one when signing in, until the moment given. */
    void startPassword(String account, Instant until) {
        jdbc.sql("""
                        insert into local_credential (account, must_change, start_until, changed_at)
                        values (:account, true, :until, :now)
                        on conflict (account) do update set must_change = true, start_until = :until, changed_at = :now
                        """)
                .param("account", account)
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void ownPassword(String account) {
        jdbc.sql("""
                        insert into local_credential (account, changed_at) values (:account, :now)
                        on conflict (account) do update set must_change = false, start_until = null, changed_at = :now
                        """)
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void requireFactor(String account) {
        jdbc.sql("""
                        insert into local_credential (account, factor_required) values (:account, true)
                        on conflict (account) do update set factor_required = true
                        """).param("account", account).update();
    }

    void endsOn(String account, LocalDate day) {
        jdbc.sql("""
                        insert into local_credential (account, ends_on) values (:account, :day)
                        on conflict (account) do update set ends_on = :day
                        """).param("account", account).param("day", day).update();
    }
}
