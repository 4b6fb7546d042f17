package de.kreislaufstadt.association.round;

import de.kreislaufstadt.association.PublishedComponents.PublishedComponent;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sections of a component in a round: as drafted, and as consolidated. */
@Repository
class SectionTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    SectionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The draft that members read, in its order. */
    List<PublishedComponent.Section> drafted(String office, UUID round) {
        return sections(office, round, "draft");
    }

    /** The text after the consolidation, in its order; where nobody has changed a section, its draft. */
    List<PublishedComponent.Section> consolidated(String office, UUID round) {
        return sections(office, round, "coalesce(consolidated, draft)");
    }

    private List<PublishedComponent.Section> sections(String office, UUID round, String text) {
        return jdbc.sql("select anchor, heading, " + text + " as text from component_section"
                        + " where municipality_id = :office and round_id = :round order by position")
                .param("office", office)
                .param("round", round)
                .query(PublishedComponent.Section.class)
                .list();
    }

    /** Puts these sections in the place of those that the draft had. */
    void replace(String office, UUID round, List<PublishedComponent.Section> sections) {
        jdbc.sql("delete from component_section where municipality_id = :office and round_id = :round")
                .param("office", office)
                .param("round", round)
                .update();
        if (sections.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into component_section (id, municipality_id, round_id, position, anchor, heading, draft,
                                                       changed_at)
                        select s.id, :office, :round, s.position, s.anchor, s.heading, s.draft, :now
                        from unnest(cast(:ids as uuid[]), cast(:anchors as text[]), cast(:headings as text[]),
                                    cast(:drafts as text[]))
                            with ordinality as s (id, anchor, heading, draft, position)
                        """)
                .param("office", office)
                .param("round", round)
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "ids",
                        IntStream.range(0, sections.size())
                                .mapToObj(i -> UUID.randomUUID())
                                .toArray(UUID[]::new))
                .param(
                        "anchors",
                        texts(sections.stream()
                                .map(PublishedComponent.Section::anchor)
                                .toList()))
                .param(
                        "headings",
                        texts(sections.stream()
                                .map(PublishedComponent.Section::heading)
                                .toList()))
                .param(
                        "drafts",
                        texts(sections.stream()
                                .map(PublishedComponent.Section::text)
                                .toList()))
                .update();
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
