package de.kreislaufstadt.guest;

import de.kreislaufstadt.process.SingleRights;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code single_right}. A person's own rights are read across municipalities: that is what they are for. */
@Repository
class RightTable {

    private static final String SELECT = """
            select r.id, r.municipality_id as municipality, r.account, u.first_ as name, e.organisation,
                   r.workshop_id as workshop, r.valid_from as "from", least(r.valid_until, e.valid_until) as until,
                   r.withdrawn_at is not null as withdrawn
            from single_right r
            join external_account e on e.account = r.account
            join camunda.act_id_user u on u.id_ = r.account
            """;

    private static final String TODAY = """
             r.withdrawn_at is null and r.valid_from <= :today and r.valid_until >= :today and e.valid_until >= :today
            """;

    private final JdbcClient jdbc;

    RightTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return what the person may work on that day, one row per municipality and workshop */
    List<SingleRights.SingleRight> of(String account, LocalDate today) {
        return jdbc.sql("""
                        select distinct r.municipality_id, r.workshop_id
                        from single_right r join external_account e on e.account = r.account
                        where r.account = :account and
                        """ + TODAY + " order by 1, 2")
                .param("account", account)
                .param("today", today)
                .query((row, i) -> new SingleRights.SingleRight(
                        row.getString(1), SingleRights.workshop(row.getObject(2, UUID.class))))
                .list();
    }

    List<String> holders(String municipality, UUID workshop, LocalDate today) {
        return jdbc.sql("""
                        select distinct r.account
                        from single_right r join external_account e on e.account = r.account
                        where r.municipality_id = :municipality and r.workshop_id = :workshop and
                        """ + TODAY + " order by 1")
                .param("municipality", municipality)
                .param("workshop", workshop)
                .param("today", today)
                .query(String.class)
                .list();
    }

    /** @return everything that is kept, newest first */
    List<Right> in(String municipality) {
        return jdbc.sql(SELECT + "where r.municipality_id = :municipality order by r.given_at desc, r.id")
                .param("municipality", municipality)
                .query(Right.class)
                .list();
    }

    Optional<Right> find(String municipality, UUID id) {
        return jdbc.sql(SELECT + "where r.municipality_id = :municipality and r.id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(Right.class)
                .optional();
    }

    /** @return rights that ended since that day, and before today */
    List<Right> endedSince(String municipality, LocalDate first, LocalDate today) {
        return jdbc.sql(SELECT + """
                        where r.municipality_id = :municipality
                          and least(r.valid_until, e.valid_until) >= :first and least(r.valid_until, e.valid_until) < :today
                        """)
                .param("municipality", municipality)
                .param("first", first)
                .param("today", today)
                .query(Right.class)
                .list();
    }

    void insert(Right right, LocalDate deleteOn, String by) {
        jdbc.sql("""
                        insert into single_right
                            (id, municipality_id, account, kind, workshop_id, valid_from, valid_until, given_by, delete_on)
                        values (:id, :municipality, :account, 'WORKSHOP', :workshop, :from, :until, :by, :deleteOn)
                        """)
                .param("id", right.id())
                .param("municipality", right.municipality())
                .param("account", right.account())
                .param("workshop", right.workshop())
                .param("from", right.from())
                .param("until", right.until())
                .param("by", by)
                .param("deleteOn", deleteOn)
                .update();
    }

    /** @return whether it was in force, and is not any more */
    boolean withdraw(String municipality, UUID id, String by) {
        return jdbc.sql("""
                        update single_right set withdrawn_at = now(), withdrawn_by = :by
                        where municipality_id = :municipality and id = :id and withdrawn_at is null
                        """)
                        .param("municipality", municipality)
                        .param("id", id)
                        .param("by", by)
                        .update()
                == 1;
    }
}
