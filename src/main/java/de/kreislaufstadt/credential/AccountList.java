package de.kreislaufstadt.credential;

import de.kreislaufstadt.rights.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts as administrators see them. */
@Repository
class AccountList {

    /** Longer lists help nobody; one more letter does. */
    static final int MOST = 200;

    private static final String QUERY = """
            select u.id_ as account, btrim(coalesce(u.first_, '') || ' ' || coalesce(u.last_, '')) as name,
                   a.provider, coalesce(a.enabled, true) as enabled,
                   array(select t.tenant_id_ from camunda.act_id_tenant_member t where t.user_id_ = u.id_ order by 1)
                       as municipalities,
                   array(select m.group_id_ from camunda.act_id_membership m where m.user_id_ = u.id_) as groups,
                   exists (select from second_factor f where f.account = u.id_) as has_factor,
                   coalesce(c.must_change, false) as must_change, e.valid_until
            from camunda.act_id_user u
            left join account a on a.id = u.id_
            left join local_credential c on c.account = u.id_
            left join external_account e on e.account = u.id_
            """;

    private static final String FOUND = """
            where (:municipality = '' or :municipality = '-' and not exists (
                       select from camunda.act_id_tenant_member t where t.user_id_ = u.id_)
                   or exists (select from camunda.act_id_tenant_member t
                              where t.user_id_ = u.id_ and t.tenant_id_ = :municipality))
              and (position(:words in lower(u.id_)) > 0
                   or position(:words in lower(coalesce(u.first_, '') || ' ' || coalesce(u.last_, ''))) > 0)
            order by 2, 1 limit :most
            """;

    private final JdbcClient jdbc;
    private final FailedSignIns failed;

    AccountList(JdbcClient jdbc, FailedSignIns failed) {
        this.jdbc = jdbc;
        this.failed = failed;
    }

    /**
     * An account.
     *
     * @param provider key of the identity provider; null for a local account
     * @param municipalities it belongs to; empty for people of none
     * @param roles what the person is, the roles of people of a municipality included
     * @param lockedUntil end of the pause after failed attempts; null where there is none
     * @param mustChange whether it still has a start password
     * @param validUntil last day of people of no municipality; null for all others
     */
    record Row(
            String account,
            String name,
            String provider,
            boolean enabled,
            List<String> municipalities,
            Set<Role> roles,
            boolean hasFactor,
            boolean mustChange,
            LocalDate validUntil,
            Instant lockedUntil) {

        private Row lockedUntil(Instant until) {
            return new Row(
                    account, name, provider, enabled, municipalities, roles, hasFactor, mustChange, validUntil, until);
        }
    }

    /**
     * @param municipality id; empty for all, {@code -} for those of none
     * @param words part of the name or of the id, in upper or lower case
     */
    @Transactional(readOnly = true)
    public List<Row> find(String municipality, String words) {
        return withLocks(jdbc.sql(QUERY + FOUND)
                .param("municipality", municipality)
                .param("words", words.strip().toLowerCase(Locale.GERMAN))
                .param("most", MOST)
                .query(AccountList::row)
                .list());
    }

    @Transactional(readOnly = true)
    public Optional<Row> one(String account) {
        return withLocks(jdbc.sql(QUERY + "where u.id_ = :account")
                        .param("account", account)
                        .query(AccountList::row)
                        .list())
                .stream()
                .findFirst();
    }

    private List<Row> withLocks(List<Row> rows) {
        Map<String, Instant> locked =
                failed.locked(rows.stream().map(Row::account).toList());
        return rows.stream()
                .map(row -> row.lockedUntil(locked.get(row.account())))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        List<String> municipalities = strings(row, "municipalities");
        return new Row(
                row.getString("account"),
                row.getString("name"),
                row.getString("provider"),
                row.getBoolean("enabled"),
                municipalities,
                Role.of(strings(row, "groups"), municipalities),
                row.getBoolean("has_factor"),
                row.getBoolean("must_change"),
                row.getObject("valid_until", LocalDate.class),
                null);
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
