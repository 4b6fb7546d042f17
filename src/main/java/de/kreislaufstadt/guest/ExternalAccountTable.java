package de.kreislaufstadt.guest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code external_account}. They belong to no municipality. */
@Repository
class ExternalAccountTable {

    private static final String SELECT = """
            select e.account, u.first_ as name, e.organisation, e.valid_until
            from external_account e join camunda.act_id_user u on u.id_ = e.account
            """;

    /** A block of any municipality holds: on the person, or on all accounts where the person has a right. */
    private static final String HELD = """
            exists (select from data_block b
                where b.lifted_at is null and (b.held_until is null or b.held_until >= :today)
                  and (b.scope = 'PERSON'
                       and exists (select from data_block_term p
                                   where p.municipality_id = b.municipality_id and p.block_id = b.id
                                     and p.sort = 'USER' and p.term = lower(e.account))
                       or (b.scope = 'MUNICIPALITY' or b.scope = 'KIND' and b.kind = 'external-accounts')
                       and exists (select from single_right r
                                   where r.municipality_id = b.municipality_id and r.account = e.account)))
            """;

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;

    ExternalAccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String account, String organisation, LocalDate until, LocalDate deleteOn, String by) {
        jdbc.sql("""
                        insert into external_account (account, organisation, valid_until, created_by, delete_on)
                        values (:account, :organisation, :until, :by, :deleteOn)
                        """)
                .param("account", account)
                .param("organisation", organisation)
                .param("until", until)
                .param("by", by)
                .param("deleteOn", deleteOn)
                .update();
    }

    void extend(String account, LocalDate until, LocalDate deleteOn) {
        jdbc.sql("update external_account set valid_until = :until, delete_on = :deleteOn where account = :account")
                .param("account", account)
                .param("until", until)
                .param("deleteOn", deleteOn)
                .update();
    }

    List<ExternalAccount> all() {
        return jdbc.sql(SELECT + "order by u.first_, e.account")
                .query(ExternalAccount.class)
                .list();
    }

    Optional<ExternalAccount> find(String account) {
        return jdbc.sql(SELECT + "where e.account = :account")
                .param("account", account)
                .query(ExternalAccount.class)
                .optional();
    }

    /** @return accounts with this user name or mail address, in upper or lower case, that are not over */
    List<ExternalAccount> named(String nameOrMail, LocalDate today) {
        return jdbc.sql(SELECT + """
                        where (e.account = :word or lower(u.email_) = lower(:word)) and e.valid_until >= :today
                        order by e.account
                        """)
                .param("word", nameOrMail)
                .param("today", today)
                .query(ExternalAccount.class)
                .list();
    }

    /** @return accounts whose last day has passed */
    List<String> over(LocalDate today) {
        return jdbc.sql("select account from external_account where valid_until < :today order by account")
                .param("today", today)
                .query(String.class)
                .list();
    }

    /** @return accounts that go on this day, a portion of them; nobody else can take them meanwhile */
    List<String> due(LocalDate today) {
        return jdbc.sql("select e.account from external_account e where e.delete_on <= :today and not " + HELD
                        + " order by e.delete_on, e.account limit :most for update of e skip locked")
                .param("today", today)
                .param("most", AT_ONCE)
                .query(String.class)
                .list();
    }

    /** @return number of accounts that would go if no municipality had blocked it */
    int heldBack(LocalDate today) {
        return jdbc.sql("select count(*) from external_account e where e.delete_on <= :today and " + HELD)
                .param("today", today)
                .query(Integer.class)
                .single();
    }
}
