package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.process.DataBlocks;
import de.kreislaufstadt.process.Identity.Sort;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those to whom letters go: invited people with an address, and those in {@code workshop_withdrawal}. */
@Repository
public class AddresseeTable {

    private static final String PURPOSE = "Absage eines Termins an Personen, die nicht mehr eingeladen sind";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    AddresseeTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @return who is invited; empty if the row is gone or has no address */
    public Optional<Addressee> invited(String municipality, UUID invitation) {
        return jdbc.sql("""
                        select id, workshop_id as workshop, organisation, contact, email, answer, attended, answered_at
                        from workshop_invitation
                        where municipality_id = :municipality and id = :id and email is not null and not %s
                        """.formatted(restricted("workshop_invitation")))
                .paramSource(Params.of(municipality).with("id", invitation))
                .query(Addressee.class)
                .optional();
    }

    /** @return who was taken off the list; empty if the row is gone */
    public Optional<Addressee> withdrawn(String municipality, UUID withdrawal) {
        return jdbc.sql("""
                        select id, workshop_id as workshop, organisation, contact, email, null as answer,
                            false as attended, null as answered_at
                        from workshop_withdrawal where municipality_id = :municipality and id = :id and not %s
                        """.formatted(restricted("workshop_withdrawal")))
                .paramSource(Params.of(municipality).with("id", withdrawal))
                .query(Addressee.class)
                .optional();
    }

    /** Nobody writes to a person whose data is restricted. */
    private static String restricted(String table) {
        return DataBlocks.restricted(
                table + ".municipality_id", Map.of(table + ".contact", Sort.NAME, table + ".email", Sort.MAIL));
    }

    /** @return those of the ids that are invitations or withdrawals */
    public Set<UUID> known(String municipality, Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("""
                        select id from workshop_invitation where municipality_id = :municipality and id in (:ids)
                        union all
                        select id from workshop_withdrawal where municipality_id = :municipality and id in (:ids)
                        """)
                .paramSource(Params.of(municipality).with("ids", ids))
                .query(UUID.class)
                .list());
    }

    /** Keeps addresses until the date has been called off at them. @return ids of the rows */
    public List<UUID> withdraw(String municipality, UUID workshop, List<Invitation> former, LocalDate deleteOn) {
        List<Params> rows = former.stream()
                .map(seat -> Params.of(municipality, workshop)
                        .with("id", UUID.randomUUID())
                        .with("organisation", seat.organisation())
                        .with("contact", seat.contact())
                        .with("email", seat.email())
                        .with("purpose", PURPOSE)
                        .with("deleteOn", deleteOn))
                .toList();
        batch.batchUpdate("""
                insert into workshop_withdrawal
                    (id, municipality_id, workshop_id, organisation, contact, email, purpose, legal_basis, source, delete_on)
                values (:id, :municipality, :workshop, :organisation, :contact, :email, :purpose, 'PUBLIC_TASK', 'INVITATION', :deleteOn)
                """, rows.toArray(Params[]::new));
        return rows.stream().map(row -> (UUID) row.getValue("id")).toList();
    }
}
