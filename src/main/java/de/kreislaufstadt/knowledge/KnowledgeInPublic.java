package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.publication.PublicPart;
import de.kreislaufstadt.released.ReleasedParts.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of knowledge building the public reads what it has led to, once the climate staff unit has found it complete. */
@Repository
class KnowledgeInPublic implements PublicPart {

    private final JdbcClient jdbc;
    private final Texts texts = Texts.of("knowledge");

    KnowledgeInPublic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Content of(String municipality, UUID measureId) {
        String title = texts.german("knowledge.public.title");
        return Content.of(jdbc.sql("""
                        select (created_at at time zone 'Europe/Berlin')::date as day, summary from knowledge_review
                        where municipality_id = :municipality and measure_id = :measure and result = 'COMPLETE'
                        order by created_at desc
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, i) -> new Event(
                        row.getObject("day", LocalDate.class),
                        "KNOWLEDGE_SUMMARY",
                        title,
                        row.getString("summary"),
                        List.of()))
                .list());
    }
}
