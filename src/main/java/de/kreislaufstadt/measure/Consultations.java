package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bodies that consult before the last one decides, in the order that the review of the proposal has set. */
@Repository
class Consultations {

    private final JdbcClient jdbc;

    Consultations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a proposal stands among the bodies.
     *
     * @param review row of the review that has set the sequence; null for a measure that was taken over without one
     * @param ahead bodies that have yet to consult before the last one; the first of them is on
     * @param consulted how many have consulted since that review
     * @param decidableFrom see {@link Measures#decidableFrom}
     */
    record Turn(UUID review, List<String> ahead, int consulted, LocalDate decidableFrom) {

        static final Turn NONE = new Turn(null, List.of(), 0, LocalDate.MIN);

        boolean preliminary() {
            return !ahead.isEmpty();
        }
    }

    void add(String municipality, UUID review, List<ReviewForm.Consultation> bodies) {
        for (int i = 0; i < bodies.size(); i++) {
            jdbc.sql("""
                            insert into measure_consultation (municipality_id, review_id, position, body)
                            values (:municipality, :review, :position, :body)
                            """)
                    .param("municipality", municipality)
                    .param("review", review)
                    .param("position", i + 1)
                    .param("body", Blank.toNull(bodies.get(i).body()))
                    .update();
        }
    }

    /** @return whose turn it is since the latest review */
    Turn turn(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select r.id, array(select c.body from measure_consultation c
                                           where c.municipality_id = r.municipality_id and c.review_id = r.id
                                           order by c.position) as bodies,
                               (select count(*) from measure_decision d
                                where d.municipality_id = r.municipality_id and d.review_id = r.id
                                  and d.preliminary) as consulted,
                               (""" + MeasureTable.DECIDABLE_FROM + """
                               ) as decidable_from
                        from measure m
                        left join lateral (select * from measure_review latest
                                           where latest.municipality_id = m.municipality_id and latest.measure_id = m.id
                                           order by latest.created_at desc limit 1) r on true
                        where m.municipality_id = :municipality and m.id = :measure
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, index) -> {
                    List<String> bodies =
                            List.of((String[]) row.getArray("bodies").getArray());
                    int consulted = row.getInt("consulted");
                    return new Turn(
                            row.getObject("id", UUID.class),
                            bodies.subList(Math.min(consulted, bodies.size()), bodies.size()),
                            consulted,
                            MeasureTable.decidableFrom(row.getObject("decidable_from", LocalDate.class)));
                })
                .single();
    }
}
