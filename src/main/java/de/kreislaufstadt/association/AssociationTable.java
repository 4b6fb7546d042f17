package de.kreislaufstadt.association;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The association and its members as the file declares them. */
@Component
class AssociationTable implements Association {

    private final JdbcClient jdbc;

    AssociationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Office> office() {
        return jdbc.sql("select municipality_id, name, moderation, adoption from association")
                .query(Office.class)
                .optional();
    }

    @Override
    public List<Member> members(LocalDate day) {
        return allMembers().stream().filter(member -> member.isMemberOn(day)).toList();
    }

    @Override
    public List<Member> allMembers() {
        return jdbc.sql("select * from association_member order by name, joined")
                .query((row, index) -> member(row))
                .list();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("member_key"),
                row.getString("name"),
                Member.SizeClass.valueOf(row.getString("size_class")),
                row.getBoolean("case_city"),
                row.getObject("joined", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
