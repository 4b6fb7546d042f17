package de.kreislaufstadt.publication;

import de.kreislaufstadt.publication.PublicContentChanged.Cause;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class StoredParticipation implements TakingPart {

    private final JdbcClient jdbc;
    private final PublicationCourse course;

    StoredParticipation(JdbcClient jdbc, PublicationCourse course) {
        this.jdbc = jdbc;
        this.course = course;
    }

    @Override
    public Map<UUID, Participation> of(String municipality, Collection<UUID> measures) {
        Map<UUID, Participation> said = new HashMap<>();
        jdbc.sql("""
                        select measure_id, participation_text, participation_url from publication
                        where municipality_id = :municipality and measure_id = any(:measures)
                          and (participation_text is not null or participation_url is not null)
                        """)
                .param("municipality", municipality)
                .param("measures", measures.toArray(UUID[]::new))
                .query(row -> {
                    said.put(
                            row.getObject("measure_id", UUID.class),
                            new Participation(row.getString("participation_text"), row.getString("participation_url")));
                });
        return said;
    }

    @Override
    @Transactional
    public void say(String municipality, UUID measure, Participation participation) {
        jdbc.sql("""
                        insert into publication (municipality_id, measure_id, participation_text, participation_url)
                        values (:municipality, :measure, :text, :url)
                        on conflict (municipality_id, measure_id) do update
                        set participation_text = excluded.participation_text, participation_url = excluded.participation_url
                        """)
                .param("municipality", municipality)
                .param("measure", measure)
                .param("text", participation.text())
                .param("url", participation.url())
                .update();
        course.changed(municipality, measure, Cause.RECORD, false);
    }
}
