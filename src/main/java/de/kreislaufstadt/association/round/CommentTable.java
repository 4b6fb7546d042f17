package de.kreislaufstadt.association.round;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members remark on a draft. A comment counts as its city's, so nothing here says who typed it. */
@Repository
class CommentTable {

    private final JdbcClient jdbc;

    CommentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a comment is. */
    enum Kind {
        OBJECTION,
        CHANGE,
        QUESTION,
        SUPPORT
    }

    /**
     * A comment.
     *
     * @param anchor of the section; null where it is about the whole
     * @param proposal how it should read instead; null for none
     */
    record Comment(String anchor, Kind kind, String text, String proposal) {}

    /**
     * Comments without answer.
     *
     * @param heading of the section they are about; null where they are about the whole
     */
    record Unanswered(String heading, int count) {}

    void add(String office, UUID round, UUID request, List<Comment> comments) {
        jdbc.sql("""
                        insert into component_comment (id, municipality_id, round_id, request_id, position, anchor, kind, text,
                                                       proposal)
                        select c.id, :office, :round, :request, c.position, c.anchor, c.kind, c.text, c.proposal
                        from unnest(cast(:ids as uuid[]), cast(:anchors as text[]), cast(:kinds as text[]),
                                    cast(:texts as text[]), cast(:proposals as text[]))
                            with ordinality as c (id, anchor, kind, text, proposal, position)
                        """)
                .param("office", office)
                .param("round", round)
                .param("request", request)
                .param(
                        "ids",
                        comments.stream().map(comment -> UUID.randomUUID()).toArray(UUID[]::new))
                .param("anchors", comments.stream().map(Comment::anchor).toArray(String[]::new))
                .param(
                        "kinds",
                        comments.stream().map(comment -> comment.kind().name()).toArray(String[]::new))
                .param("texts", comments.stream().map(Comment::text).toArray(String[]::new))
                .param("proposals", comments.stream().map(Comment::proposal).toArray(String[]::new))
                .update();
    }

    /** @return where comments have no answer yet, in the order of the sections, those about the whole first */
    List<Unanswered> unanswered(String office, UUID round) {
        return jdbc.sql("""
                        select min(s.heading) as heading, count(*) as count
                        from component_comment c
                        left join component_section s
                            on s.municipality_id = c.municipality_id and s.round_id = c.round_id and s.anchor = c.anchor
                        where c.municipality_id = :office and c.round_id = :round and c.answer is null
                        group by c.anchor, s.position order by s.position nulls first
                        """)
                .param("office", office)
                .param("round", round)
                .query(Unanswered.class)
                .list();
    }

    int count(String office, UUID round) {
        return jdbc.sql("select count(*) from component_comment where municipality_id = :office and round_id = :round")
                .param("office", office)
                .param("round", round)
                .query(Integer.class)
                .single();
    }
}
