package de.kreislaufstadt.association.member;

import de.kreislaufstadt.association.member.MembershipChanges.Held;
import de.kreislaufstadt.department.DeclaredAssociation;
import de.kreislaufstadt.department.DeclaredAssociation.Member;
import de.kreislaufstadt.department.DeclaredAssociation.SizeClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The association, its members and its partners in the database. Rows that say so already are not written again. */
@Repository
class MemberTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    MemberTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void saveAssociation(DeclaredAssociation declared) {
        jdbc.sql("""
                        insert into association as held (municipality_id, name, moderation, adoption)
                        values (:office, :name, :moderation, :adoption)
                        on conflict (municipality_id) do update set name = excluded.name, moderation = excluded.moderation,
                               adoption = excluded.adoption
                        where (held.name, held.moderation, held.adoption)
                              is distinct from (excluded.name, excluded.moderation, excluded.adoption)
                        """)
                .param("office", declared.municipality())
                .param("name", declared.name())
                .param("moderation", declared.moderation())
                .param("adoption", declared.adoption())
                .update();
    }

    /** @return by first day */
    List<Held> held(String office) {
        return jdbc.sql("select * from association_member where municipality_id = :office order by joined, member_key")
                .param("office", office)
                .query((row, index) -> held(row))
                .list();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                new Member(
                        row.getString("member_key"),
                        row.getString("name"),
                        SizeClass.valueOf(row.getString("size_class")),
                        row.getBoolean("case_city"),
                        row.getObject("joined", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)));
    }

    boolean wasAsked(UUID member) {
        return jdbc.sql("select exists (select from component_request where member_id = :member)")
                .param("member", member)
                .query(Boolean.class)
                .single();
    }

    void delete(List<Held> gone) {
        gone.forEach(held -> jdbc.sql("delete from association_member where id = :id")
                .param("id", held.id())
                .update());
    }

    void update(String office, List<Held> kept) {
        batch(
                """
                update association_member set name = :name, size_class = :size, case_city = :case, joined = :joined,
                       last_day = :last
                where municipality_id = :office and id = :id
                  and (name, size_class, case_city, joined, last_day)
                      is distinct from (:name, :size, :case, cast(:joined as date), cast(:last as date))
                """,
                kept.stream()
                        .map(held -> row(office, held.id(), held.declared()))
                        .toList());
    }

    void add(String office, List<Member> added) {
        batch(
                """
                insert into association_member (id, municipality_id, member_key, name, size_class, case_city, joined, last_day)
                values (:id, :office, :key, :name, :size, :case, :joined, :last)
                """,
                added.stream()
                        .map(member -> row(office, UUID.randomUUID(), member))
                        .toList());
    }

    private static Map<String, Object> row(String office, UUID id, Member member) {
        Map<String, Object> row = new HashMap<>();
        row.put("office", office);
        row.put("id", id);
        row.put("key", member.municipality());
        row.put("name", member.name());
        row.put("size", member.sizeClass().name());
        row.put("case", member.caseCity());
        row.put("joined", member.joined());
        row.put("last", member.lastDay());
        return row;
    }

    /** Nothing hangs on them: where they differ they are written anew. */
    void savePartners(String office, List<DeclaredAssociation.Partner> partners) {
        List<DeclaredAssociation.Partner> held = jdbc.sql(
                        "select name, role from association_partner where municipality_id = :office order by position")
                .param("office", office)
                .query(DeclaredAssociation.Partner.class)
                .list();
        if (held.equals(partners)) {
            return;
        }
        jdbc.sql("delete from association_partner where municipality_id = :office")
                .param("office", office)
                .update();
        batch(
                """
                insert into association_partner (id, municipality_id, position, name, role)
                values (:id, :office, :position, :name, :role)
                """,
                IntStream.range(0, partners.size())
                        .mapToObj(index -> Map.<String, Object>of(
                                "id",
                                UUID.randomUUID(),
                                "office",
                                office,
                                "position",
                                index + 1,
                                "name",
                                partners.get(index).name(),
                                "role",
                                partners.get(index).role()))
                        .toList());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void batch(String sql, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows.toArray(new Map[0]));
        }
    }
}
