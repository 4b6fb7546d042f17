package de.kreislaufstadt.department;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which accounts the file of a municipality has created: only those end when it does not name them any more. */
@Repository
class DeclaredAccountTable {

    private final JdbcClient jdbc;

    DeclaredAccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> of(String municipality) {
        return new HashSet<>(jdbc.sql("select account_by from declared_account where municipality_id = :municipality")
                .param("municipality", municipality)
                .query(String.class)
                .list());
    }

    /** @return those of the ids that other municipalities have declared */
    Set<String> elsewhere(String municipality, Set<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(
                        "select account_by from declared_account where municipality_id <> :municipality and account_by in (:ids)")
                .param("municipality", municipality)
                .param("ids", ids)
                .query(String.class)
                .list());
    }

    /** Where the table says so already, nothing is written. */
    void save(String municipality, Set<String> accounts) {
        Set<String> held = of(municipality);
        held.stream().filter(account -> !accounts.contains(account)).forEach(account -> remove(municipality, account));
        accounts.stream().filter(account -> !held.contains(account)).forEach(account -> add(municipality, account));
    }

    private void add(String municipality, String account) {
        jdbc.sql("insert into declared_account (municipality_id, account_by) values (:municipality, :account)")
                .param("municipality", municipality)
                .param("account", account)
                .update();
    }

    private void remove(String municipality, String account) {
        jdbc.sql("delete from declared_account where municipality_id = :municipality and account_by = :account")
                .param("municipality", municipality)
                .param("account", account)
                .update();
    }
}
