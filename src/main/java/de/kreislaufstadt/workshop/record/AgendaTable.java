package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.form.Option;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code workshop_agenda_item}. */
@Repository
public class AgendaTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    AgendaTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @return the agenda in its order; the item at index 0 has position 1 */
    public List<AgendaItem> of(String municipality, UUID workshop) {
        return jdbc.sql("""
                        select title, format, minutes, responsible, goal from workshop_agenda_item
                        where municipality_id = :municipality and workshop_id = :workshop order by position
                        """)
                .paramSource(Params.of(municipality, workshop))
                .query(AgendaItem.class)
                .list();
    }

    /** @return the agenda as choices, by position */
    public List<Option> options(String municipality, UUID workshop) {
        List<AgendaItem> agenda = of(municipality, workshop);
        return IntStream.range(0, agenda.size())
                .mapToObj(i -> new Option(
                        String.valueOf(i + 1), (i + 1) + ". " + agenda.get(i).title()))
                .toList();
    }

    public void replace(String municipality, UUID workshop, List<AgendaItem> agenda) {
        jdbc.sql("delete from workshop_agenda_item where municipality_id = :municipality and workshop_id = :workshop")
                .paramSource(Params.of(municipality, workshop))
                .update();
        batch.batchUpdate(
                """
                insert into workshop_agenda_item
                    (id, municipality_id, workshop_id, position, title, format, minutes, responsible, goal)
                values (:id, :municipality, :workshop, :position, :title, :format, :minutes, :responsible, :goal)
                """,
                Params.rows(
                        agenda,
                        (item, position) -> Params.of(municipality, workshop)
                                .with("position", position)
                                .with("title", item.title())
                                .with("format", item.format())
                                .with("minutes", item.minutes())
                                .with("responsible", item.responsible())
                                .with("goal", item.goal())));
    }
}
