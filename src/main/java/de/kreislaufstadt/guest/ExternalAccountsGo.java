package de.kreislaufstadt.guest;

import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.OutsideAccounts;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.RetentionRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Accounts of people of no municipality: on their day they go with everything that hangs on them. They are the business of
 * every municipality in which the person has or had a right, and go at its request only where no other one is concerned.
 */
@Component
class ExternalAccountsGo implements PersonalData, RetentionRule {

    private static final String TABLE = "external_account";

    private final ExternalAccountTable accounts;
    private final OutsideAccounts engine;
    private final JdbcClient jdbc;

    ExternalAccountsGo(ExternalAccountTable accounts, OutsideAccounts engine, JdbcClient jdbc) {
        this.accounts = accounts;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return GuestRetention.KIND;
    }

    @Override
    public Set<String> tables() {
        return Set.of(TABLE);
    }

    /** After the rights, by which it is found. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<Found> find(String municipality, Identity person) {
        if (person.of(Sort.USER).isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select e.account, e.organisation, e.valid_until, e.delete_on,
                               exists (select from single_right r
                                       where r.account = e.account and r.municipality_id <> :municipality) as elsewhere
                        from external_account e
                        where lower(e.account) in (:users)
                          and exists (select from single_right r
                                      where r.account = e.account and r.municipality_id = :municipality)
                        """)
                .param("municipality", municipality)
                .param("users", person.lower(Sort.USER))
                .query((row, i) -> {
                    Found found = new Found(
                            kind(),
                            TABLE,
                            row.getString("account"),
                            null,
                            Effect.DELETED,
                            null,
                            row.getObject("delete_on", LocalDate.class),
                            Map.of(
                                    "organisation", row.getString("organisation"),
                                    "valid_until", row.getString("valid_until")),
                            Map.of());
                    return row.getBoolean("elsewhere") ? found.kept("elsewhere") : found;
                })
                .list();
    }

    @Override
    public int delete(String municipality, Identity person, Found found) {
        engine.delete(found.row());
        return 1;
    }

    @Override
    public int forget(String municipality, LocalDate today) {
        List<String> due = accounts.due(today);
        due.forEach(engine::delete);
        return due.size();
    }

    @Override
    public int heldBack(String municipality, LocalDate today) {
        return accounts.heldBack(today);
    }
}
