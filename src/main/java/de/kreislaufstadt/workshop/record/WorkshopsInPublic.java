package de.kreislaufstadt.workshop.record;

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
 * Of a workshop the public reads its day and aim once the agenda is agreed, and after the release of the minutes their summary with
 * how many came from each group.
 */
@Repository
class WorkshopsInPublic implements PublicPart {

    /** Fewer people of a group are put together with those of others. */
    static final int FEWEST = 5;

    private final JdbcClient jdbc;

    WorkshopsInPublic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Content of(String municipality, UUID measureId) {
        return Content.of(jdbc.sql("""
                        select w.id, w.title, w.aim, w.workshop_date, m.summary, m.released_on is not null as released
                        from workshop w
                        left join workshop_minutes m on m.municipality_id = w.municipality_id and m.workshop_id = w.id
                        where w.municipality_id = :municipality and w.measure_id = :measure
                          and w.state not in ('PLANNED', 'PREPARED', 'POSTPONED', 'CANCELLED')
                        order by w.number
                        """)
                .param("municipality", municipality)
                .param("measure", measureId)
                .query((row, i) -> {
                    boolean released = row.getBoolean("released");
                    return new Event(
                            row.getObject("workshop_date", LocalDate.class),
                            released ? "WORKSHOP_HELD" : "WORKSHOP_PLANNED",
                            row.getString("title"),
                            released ? row.getString("summary") : row.getString("aim"),
                            released ? counts(municipality, row.getObject("id", UUID.class)) : List.of());
                })
                .list());
    }

    private List<Count> counts(String municipality, UUID workshop) {
        return together(jdbc.sql("""
                        select participant_group as code, attended as number from workshop_group_count
                        where municipality_id = :municipality and workshop_id = :workshop and attended > 0
                        order by participant_group
                        """)
                .param("municipality", municipality)
                .param("workshop", workshop)
                .query(Count.class)
                .list());
    }

    /** @return groups large enough to be named, the others as one; only the sum of all where even these are too few */
    static List<Count> together(List<Count> groups) {
        int all = groups.stream().mapToInt(Count::number).sum();
        int few = groups.stream()
                .filter(group -> group.number() < FEWEST)
                .mapToInt(Count::number)
                .sum();
        if (all == 0) {
            return List.of();
        }
        if (few > 0 && few < FEWEST) {
            return List.of(new Count("ALL", all));
        }
        List<Count> named = new ArrayList<>(
                groups.stream().filter(group -> group.number() >= FEWEST).toList());
        if (few > 0) {
            named.add(new Count("OTHER_GROUPS", few));
        }
        return named;
    }
}
