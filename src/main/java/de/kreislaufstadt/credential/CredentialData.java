package de.kreislaufstadt.credential;

import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is kept about the sign-in of a municipality's people. They are told that there is a second factor and how many codes
 * are left, never the secret or the hashes: with those somebody else could sign in.
 */
@Component
class CredentialData implements PersonalData {

    private static final String MEMBER = """
             lower(t.account) in (:users)
             and exists (select from camunda.act_id_tenant_member m
                         where m.user_id_ = t.account and m.tenant_id_ = :municipality)
            """;

    private static final String ELSEWHERE = """
            exists (select from camunda.act_id_tenant_member m
                    where m.user_id_ = t.account and m.tenant_id_ <> :municipality)
            """;

    private static final String PASSWORD = "local_credential";
    private static final String FACTOR = "second_factor";
    private static final String CODES = "recovery_code";
    private static final String SESSIONS = "account_session";
    private static final String FAILED = "failed_sign_in";

    /** Told in one line each, however many rows there are. */
    private static final Set<String> SUMMED_UP = Set.of(CODES, SESSIONS);

    /** Names are kept as hashes only: each account is looked up by that of its own. */
    private static final String ACCOUNTS = """
            select m.user_id_ from camunda.act_id_tenant_member m
            where lower(m.user_id_) in (:users) and m.tenant_id_ = :municipality order by 1
            """;

    private final JdbcClient jdbc;

    CredentialData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "sign-in";
    }

    @Override
    public Set<String> tables() {
        return Set.of(PASSWORD, FACTOR, CODES, SESSIONS, FAILED);
    }

    @Override
    public List<Found> find(String municipality, Identity person) {
        List<Found> found = new ArrayList<>();
        if (!person.of(Sort.USER).isEmpty()) {
            found.addAll(find(PASSWORD, "t.changed_at::text", "changed_at", municipality, person));
            found.addAll(find(FACTOR, "t.confirmed_at::text", "confirmed_at", municipality, person));
            found.addAll(find(CODES, "count(*)::text", "left", municipality, person));
            found.addAll(find(SESSIONS, "max(t.used_at)::text", "used_at", municipality, person));
            found.addAll(failed(municipality, person));
        }
        return found;
    }

    @Override
    public int delete(String municipality, Identity person, Found found) {
        if (FAILED.equals(found.table())) {
            return jdbc.sql("delete from failed_sign_in where name_hash = :name")
                    .param("name", FailedSignIns.hash(found.row()))
                    .update();
        }
        return jdbc.sql("delete from " + found.table() + " t where t.account = :account")
                .param("account", found.row())
                .update();
    }

    private List<Found> failed(String municipality, Identity person) {
        List<Found> found = new ArrayList<>();
        List<String> accounts = jdbc.sql(ACCOUNTS)
                .param("municipality", municipality)
                .param("users", person.lower(Sort.USER))
                .query(String.class)
                .list();
        accounts.forEach(account -> jdbc.sql(
                        "select last_at::text as last_at, delete_on from failed_sign_in where name_hash = :name")
                .param("name", FailedSignIns.hash(account))
                .query(row -> {
                    found.add(new Found(
                            kind(),
                            FAILED,
                            account,
                            null,
                            Effect.DELETED,
                            null,
                            row.getObject("delete_on", LocalDate.class),
                            Map.of("account", account, "last_at", row.getString("last_at")),
                            Map.of()));
                }));
        return found;
    }

    private List<Found> find(String table, String value, String name, String municipality, Identity person) {
        return jdbc.sql("select t.account, " + value + " as value, " + ELSEWHERE + " as elsewhere from " + table
                        + " t where " + MEMBER + " group by t.account"
                        + (SUMMED_UP.contains(table) ? "" : ", " + value))
                .param("municipality", municipality)
                .param("users", person.lower(Sort.USER))
                .query((row, i) -> found(table, name, row))
                .list();
    }

    private Found found(String table, String name, ResultSet row) throws SQLException {
        Found found = new Found(
                kind(),
                table,
                row.getString("account"),
                null,
                Effect.DELETED,
                null,
                null,
                Map.of("account", row.getString("account"), name, row.getString("value")),
                Map.of());
        return row.getBoolean("elsewhere") ? found.kept("elsewhere") : found;
    }
}
