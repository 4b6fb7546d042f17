package de.kreislaufstadt.association.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passages of a round, the comments on them, and what the desk answers and writes. */
@Repository
class PassageTable {

    /** A comment belongs to the passage it names; one that names none of the round belongs to the whole. */
    private static final String OF_PASSAGE = """
             from component_comment c
             left join component_section s
               on s.municipality_id = c.municipality_id and s.round_id = c.round_id and s.anchor = c.anchor
            """;

    private static final String COMMENT = """
            select c.id, s.anchor, m.name as city, c.position, c.kind, c.text, c.proposal, c.answer, c.answer_text,
                   c.answered_at
            """ + OF_PASSAGE + """
             join component_request r on r.municipality_id = c.municipality_id and r.id = c.request_id
             join association_member m on m.municipality_id = r.municipality_id and m.id = r.member_id
            where c.municipality_id = :office and c.round_id = :round
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PassageTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Comments of a passage; {@code anchor} is null for those on the whole. */
    record Count(String anchor, int comments, int unanswered) {}

    /**
     * A passage.
     *
     * @param consolidated null as long as the draft stands as it was
     * @param seen when it was changed last
     */
    record Passage(
            UUID id,
            String anchor,
            int position,
            String heading,
            String draft,
            String consolidated,
            OffsetDateTime seen) {

        /** @return the text as it stands now */
        String text() {
            return consolidated == null ? draft : consolidated;
        }
    }

    /**
     * A comment, which counts as its city's.
     *
     * @param anchor of its passage; null for the whole
     * @param answer null as long as nobody has answered
     */
    record Comment(
            UUID id,
            String anchor,
            String city,
            int position,
            String kind,
            String text,
            String proposal,
            String answer,
            String answerText,
            OffsetDateTime answeredAt) {}

    List<Count> counts(String office, UUID round) {
        return jdbc.sql("select s.anchor, count(*) as comments, count(*) filter (where c.answer is null) as unanswered"
                        + OF_PASSAGE + " where c.municipality_id = :office and c.round_id = :round group by s.anchor")
                .param("office", office)
                .param("round", round)
                .query(Count.class)
                .list();
    }

    List<Passage> passages(String office, UUID round) {
        return jdbc.sql("""
                        select * from component_section where municipality_id = :office and round_id = :round order by position
                        """)
                .param("office", office)
                .param("round", round)
                .query(PassageTable::passage)
                .list();
    }

    Optional<Passage> passage(String office, UUID round, String anchor) {
        return jdbc.sql("""
                        select * from component_section
                        where municipality_id = :office and round_id = :round and anchor = :anchor
                        """)
                .param("office", office)
                .param("round", round)
                .param("anchor", anchor)
                .query(PassageTable::passage)
                .optional();
    }

    /**
     * @param anchor of the passage; null for what is said on the whole
     * @param most so many at most
     */
    List<Comment> comments(String office, UUID round, String anchor, boolean onlyOpen, int from, int most) {
        return jdbc.sql(COMMENT + " and s.anchor is not distinct from :anchor::text"
                        + (onlyOpen ? " and c.answer is null" : "")
                        + " order by m.name, r.id, c.position limit :most offset :from")
                .param("office", office)
                .param("round", round)
                .param("anchor", anchor)
                .param("most", most)
                .param("from", from)
                .query(Comment.class)
                .list();
    }

    /** @return those of these comments that belong to the round */
    List<Comment> comments(String office, UUID round, Collection<UUID> ids) {
        return jdbc.sql(COMMENT + " and c.id in (:ids) order by m.name, c.position")
                .param("office", office)
                .param("round", round)
                .param("ids", ids)
                .query(Comment.class)
                .list();
    }

    /** @return the comments of a city, as it made them */
    List<Comment> commentsOf(String office, UUID round, String city) {
        return jdbc.sql(COMMENT + " and r.member_municipality = :city order by r.id, c.position")
                .param("office", office)
                .param("round", round)
                .param("city", city)
                .query(Comment.class)
                .list();
    }

    /** @return whether nobody has changed the answer since it was seen, so that it is changed now */
    boolean answer(Reader reader, UUID round, UUID comment, OffsetDateTime seen, String answer, String text) {
        return jdbc.sql("""
                        update component_comment
                        set answer = :answer, answer_text = :text, answered_by = :user, answered_at = :now
                        where municipality_id = :office and round_id = :round and id = :comment
                          and answered_at is not distinct from :seen::timestamptz
                        """)
                        .param("answer", answer)
                        .param("text", text)
                        .param("user", reader.user())
                        .param("now", OffsetDateTime.now(clock))
                        .param("office", reader.office())
                        .param("round", round)
                        .param("comment", comment)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** @return whether nobody has changed the passage since it was seen, so that it is changed now */
    boolean write(Reader reader, UUID passage, OffsetDateTime seen, String consolidated) {
        return jdbc.sql("""
                        update component_section set consolidated = :text, changed_at = :now
                        where municipality_id = :office and id = :passage and changed_at = :seen
                        """)
                        .param("text", consolidated)
                        .param("now", OffsetDateTime.now(clock))
                        .param("office", reader.office())
                        .param("passage", passage)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Adoption asks who has worked on the round: whoever adopts has not. */
    void note(Reader reader, UUID round, String kind) {
        jdbc.sql("""
                        insert into component_event (id, municipality_id, round_id, kind, acted_by, deputy_for_by)
                        values (:id, :office, :round, :kind, :user, :deputyFor)
                        """)
                .param("id", UUID.randomUUID())
                .param("office", reader.office())
                .param("round", round)
                .param("kind", kind)
                .param("user", reader.user())
                .param("deputyFor", reader.deputyFor())
                .update();
    }

    private static Passage passage(ResultSet row, int index) throws SQLException {
        return new Passage(
                row.getObject("id", UUID.class),
                row.getString("anchor"),
                row.getInt("position"),
                row.getString("heading"),
                row.getString("draft"),
                row.getString("consolidated"),
                row.getObject("changed_at", OffsetDateTime.class));
    }
}
