package de.kreislaufstadt.association;

import de.kreislaufstadt.department.MunicipalityDeleted;
import de.kreislaufstadt.process.ChangedElsewhere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The association and its members as the file declares them. Which tenant the office is, is asked with every task and kept in
 * memory for some minutes, since another node may have applied a newer file, but not that there is none; members are asked by
 * pages about them.
 */
@Component
class AssociationTable implements Association {

    private static final Duration AGE_LIMIT = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Copy copy;

    AssociationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Copy(Office office, Instant readAt) {}

    /** Whoever hears of it after this asks anew. */
    @EventListener({MembersChanged.class, MunicipalityDeleted.class, ChangedElsewhere.class})
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void forget() {
        copy = null;
    }

    /** Others may have asked before the commit and remembered what held until then. */
    @TransactionalEventListener(
            classes = {MembersChanged.class, MunicipalityDeleted.class},
            phase = TransactionPhase.AFTER_COMPLETION)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void forgetAgain() {
        copy = null;
    }

    @Override
    public Optional<Office> office() {
        Instant now = clock.instant();
        Copy known = copy;
        if (known == null || Duration.between(known.readAt(), now).abs().compareTo(AGE_LIMIT) > 0) {
            Optional<Office> held = read();
            copy = held.map(office -> new Copy(office, now)).orElse(null);
            return held;
        }
        return Optional.of(known.office());
    }

    private Optional<Office> read() {
        return jdbc.sql("select municipality_id as municipality, name, moderation, adoption from association")
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
