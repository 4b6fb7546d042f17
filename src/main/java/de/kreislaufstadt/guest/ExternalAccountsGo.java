package de.kreislaufstadt.guest;

import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.OutsideAccounts;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.RetentionRule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    public Collection<String> names(String municipality) {
        return jdbc.sql("""
                        select distinct u.first_ from camunda.act_id_user u
                        join single_right r on r.account = u.id_
                        where r.municipality_id = :municipality and u.first_ is not null
                        """)
                .param("municipality", municipality)
                .query(String.class)
                .list();
    }

    /** They are no members of a municipality: what leads to their account is a right in it. */
    @Override
    public Identity recognise(String municipality, Identity person) {
        Set<String> users = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        Set<String> mails = new LinkedHashSet<>();
        jdbc.sql("""
                        select e.account, u.first_, u.email_
                        from external_account e join camunda.act_id_user u on u.id_ = e.account
                        where (lower(e.account) = any(:users) or lower(u.email_) = any(:mails) or lower(u.first_) = any(:names))
                          and exists (select from single_right r
                                      where r.account = e.account and r.municipality_id = :municipality)
                        """)
                .param("users", person.lower(Sort.USER).toArray(String[]::new))
                .param("mails", person.lower(Sort.MAIL).toArray(String[]::new))
                .param("names", person.lower(Sort.NAME).toArray(String[]::new))
                .param("municipality", municipality)
                .query(row -> {
                    users.add(row.getString("account"));
                    names.add(row.getString("first_"));
                    mails.add(row.getString("email_"));
                });
        return new Identity(users, names, mails, Set.of(), Set.of());
    }

    @Override
    public List<Found> find(String municipality, Identity person) {
        if (person.of(Sort.USER).isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select e.account, e.organisation, e.valid_until, e.delete_on, u.first_ as name, u.email_ as email,
                               exists (select from single_right r
                                       where r.account = e.account and r.municipality_id <> :municipality) as elsewhere
                        from external_account e join camunda.act_id_user u on u.id_ = e.account
                        where lower(e.account) in (:users)
                          and exists (select from single_right r
                                      where r.account = e.account and r.municipality_id = :municipality)
                        """)
                .param("municipality", municipality)
                .param("users", person.lower(Sort.USER))
                .query((row, i) -> {
                    Map<String, Object> content = new LinkedHashMap<>();
                    content.put("name", row.getString("name"));
                    content.put("email", row.getString("email"));
                    content.put("organisation", row.getString("organisation"));
                    content.put("valid_until", row.getString("valid_until"));
                    Found found = new Found(
                            kind(),
                            TABLE,
                            row.getString("account"),
                            null,
                            Effect.DELETED,
                            null,
                            row.getObject("delete_on", LocalDate.class),
                            content,
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
