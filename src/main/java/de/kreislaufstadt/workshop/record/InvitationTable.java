package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.process.DataBlocks;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.survey.ParticipantGroup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop_invitation} and the counts that outlive them. */
@Repository
public class InvitationTable {

    private static final String PURPOSE = "Einladung und Durchführung des Workshops";

    /** Whose data is restricted stays in the list as a seat: who it is, is neither shown nor changed. */
    private static final String RESTRICTED = DataBlocks.restricted(
            "workshop_invitation.municipality_id",
            Map.of(
                    "workshop_invitation.contact", Sort.NAME,
                    "workshop_invitation.substitute", Sort.NAME,
                    "workshop_invitation.email", Sort.MAIL));

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    InvitationTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    public List<Invitation> of(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select id, number, organisation, participant_group, case when %1$s then '–' else contact end as contact,
                            case when not %1$s then email end as email, invited_on, answer,
                            case when not %1$s then substitute end as substitute,
                            attended, answered_at, assistance, waiting_since, city
                        from workshop_invitation
                        where municipality_id = :municipality and workshop_id = :workshop order by number
                        """.formatted(RESTRICTED))
                .paramSource(Params.of(municipality, workshop))
                .query(InvitationTable::seat)
                .list();
    }

    private static Invitation seat(ResultSet row, int position) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                new Invitation.Guest(
                        row.getString("organisation"),
                        ParticipantGroup.valueOf(row.getString("participant_group")),
                        row.getString("contact"),
                        row.getString("email"),
                        row.getString("city")),
                row.getObject("invited_on", LocalDate.class),
                new Invitation.Reply(
                        Answer.valueOf(row.getString("answer")),
                        row.getString("substitute"),
                        row.getObject("answered_at", OffsetDateTime.class),
                        row.getBoolean("assistance"),
                        row.getObject("waiting_since", OffsetDateTime.class)),
                row.getBoolean("attended"));
    }

    /**
     * Stores exactly these invitations: known ones are changed, new ones added, missing ones deleted.
     *
     * @param stored the rows as they were read under the workshop's lock
     */
    public void replace(
            String municipality,
            UUID workshop,
            List<Invitation> stored,
            List<Invitation> invitations,
            LocalDate deleteOn) {
        Set<UUID> kept = invitations.stream().map(Invitation::id).collect(Collectors.toSet());
        List<UUID> gone = stored.stream()
                .map(Invitation::id)
                .filter(id -> !kept.contains(id))
                .toList();
        if (!gone.isEmpty()) {
            jdbc.sql("""
                            delete from workshop_invitation
                            where municipality_id = :municipality and workshop_id = :workshop and id in (:gone) and not %s
                            """.formatted(RESTRICTED))
                    .paramSource(Params.of(municipality, workshop).with("gone", gone))
                    .update();
        }
        save(municipality, workshop, invitations, deleteOn);
    }

    /** Changes known invitations and adds new ones; a row that stays keeps its id, which people hold links to. */
    public void save(String municipality, UUID workshop, List<Invitation> invitations, LocalDate deleteOn) {
        batch.batchUpdate(
                """
                insert into workshop_invitation (id, municipality_id, workshop_id, number, organisation, participant_group,
                    contact, email, city, invited_on, answer, substitute, attended, answered_at, waiting_since, purpose,
                    legal_basis, source, delete_on)
                values (:invitation, :municipality, :workshop, :number, :organisation, :group, :contact, :email, :city,
                    :invitedOn, :answer, :substitute, :attended, :answeredAt, :waitingSince, :purpose, 'PUBLIC_TASK', 'FORM', :deleteOn)
                on conflict (municipality_id, workshop_id, number) do update
                set organisation = excluded.organisation, participant_group = excluded.participant_group, city = excluded.city,
                    contact = case when %1$s then workshop_invitation.contact else excluded.contact end,
                    email = case when %1$s then workshop_invitation.email else excluded.email end, answer = excluded.answer,
                    substitute = case when %1$s then workshop_invitation.substitute else excluded.substitute end, attended = excluded.attended, answered_at = excluded.answered_at,
                    waiting_since = excluded.waiting_since, delete_on = excluded.delete_on
                """.formatted(RESTRICTED),
                Params.rows(
                        invitations,
                        (invitation, position) -> Params.of(municipality, workshop)
                                .with("invitation", invitation.id())
                                .with("number", invitation.number())
                                .with("organisation", invitation.organisation())
                                .with("group", invitation.participantGroup())
                                .with("contact", invitation.contact())
                                .with("email", invitation.email())
                                .with("city", invitation.city())
                                .with("invitedOn", invitation.invitedOn())
                                .with("answer", invitation.answer())
                                .with("substitute", invitation.substitute())
                                .with("attended", invitation.attended())
                                .with("answeredAt", invitation.answeredAt())
                                .with("waitingSince", invitation.waitingSince())
                                .with("purpose", PURPOSE)
                                .with("deleteOn", deleteOn)));
    }

    /** Notes answers, and nothing else of the rows. */
    public void answer(String municipality, UUID workshop, List<Invitation> answered) {
        batch.batchUpdate(
                """
                update workshop_invitation
                set answer = :answer, substitute = :substitute, answered_at = :answeredAt, assistance = :assistance,
                    waiting_since = :waitingSince,
                    source = case when cast(:answeredAt as timestamptz) is null then source else 'PERSON' end
                where municipality_id = :municipality and workshop_id = :workshop and id = :invitation
                """,
                Params.rows(
                        answered,
                        (invitation, position) -> Params.of(municipality, workshop)
                                .with("invitation", invitation.id())
                                .with("answer", invitation.answer())
                                .with("substitute", invitation.substitute())
                                .with("answeredAt", invitation.answeredAt())
                                .with("assistance", invitation.assistance())
                                .with("waitingSince", invitation.waitingSince())));
    }

    /** Sets the day on which the workshop's invitations are deleted. */
    public void deleteOn(String municipality, UUID workshop, LocalDate day) {
        jdbc.sql("""
                        update workshop_invitation set delete_on = :day
                        where municipality_id = :municipality and workshop_id = :workshop
                        """)
                .paramSource(Params.of(municipality, workshop).with("day", day))
                .update();
    }

    public void saveCounts(String municipality, UUID workshop, List<GroupCount> counts) {
        batch.batchUpdate(
                """
                insert into workshop_group_count
                    (id, municipality_id, workshop_id, participant_group, invited, accepted, attended)
                values (:id, :municipality, :workshop, :group, :invited, :accepted, :attended)
                """,
                Params.rows(
                        counts,
                        (count, position) -> Params.of(municipality, workshop)
                                .with("group", count.participantGroup())
                                .with("invited", count.invited())
                                .with("accepted", count.accepted())
                                .with("attended", count.attended())));
    }

    public List<GroupCount> counts(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select participant_group, invited, accepted, attended from workshop_group_count
                        where municipality_id = :municipality and workshop_id = :workshop order by participant_group
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(GroupCount.class)
                .list();
    }

    /** How many of a group were invited, accepted and came. */
    public record GroupCount(ParticipantGroup participantGroup, int invited, int accepted, int attended) {}
}
