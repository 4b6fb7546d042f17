package de.kreislaufstadt.survey;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.publication.PublicPart;
import de.kreislaufstadt.released.ReleasedParts.Count;
import de.kreislaufstadt.released.ReleasedParts.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Of the status quo the public reads the released summary and how many have answered and were looked at, never who; of the exchange
 * in the city group that it took place, and how many units took part.
 */
@Repository
class SurveyInPublic implements PublicPart {

    private final JdbcClient jdbc;
    private final Texts texts = Texts.of("survey");

    SurveyInPublic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Content of(String municipality, UUID measureId) {
        List<Event> events = new ArrayList<>(summaries(municipality, measureId));
        events.addAll(exchanges(municipality, measureId));
        return Content.of(events);
    }

    private List<Event> summaries(String municipality, UUID measureId) {
        String title = texts.german("survey.public.statusQuo");
        return jdbc.sql("""
                        select (released_at at time zone 'Europe/Berlin')::date as day, summary from status_quo
                        where municipality_id = :municipality and measure_id = :measure and released_at is not null
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, i) -> new Event(
                        row.getObject("day", LocalDate.class),
                        "STATUS_QUO_SUMMARY",
                        title,
                        row.getString("summary"),
                        counts(municipality, measureId)))
                .list();
    }

    /** Organisations are counted by sector and quadrant; departments that answered as a whole. */
    private List<Count> counts(String municipality, UUID measureId) {
        return jdbc.sql("""
                        select code, number from (
                            select 1 as place, 'ANSWERS' as code, count(*) as number from survey_answer
                            where municipality_id = :municipality and measure_id = :measure and state = 'ANSWERED'
                            union all
                            select 2, sector, count(*) from stakeholder
                            where municipality_id = :municipality and measure_id = :measure group by sector
                            union all
                            select 3, quadrant, count(*) from stakeholder
                            where municipality_id = :municipality and measure_id = :measure group by quadrant) counted
                        where number > 0 order by place, code
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query(Count.class)
                .list();
    }

    private List<Event> exchanges(String municipality, UUID measureId) {
        String title = texts.german("survey.public.exchange");
        return jdbc.sql("""
                        select held_on, cardinality(units) as units from exchange
                        where municipality_id = :municipality and measure_id = :measure and held_on is not null
                        order by held_on
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, i) -> new Event(
                        row.getObject("held_on", LocalDate.class),
                        "EXCHANGE",
                        title,
                        null,
                        List.of(new Count("UNITS", row.getInt("units")))))
                .list();
    }
}
