package de.kreislaufstadt.knowledge;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.ModelComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items as other municipalities may have them. */
@Repository
class ExchangedItems implements KnowledgeExchange {

    private static final String COMPLETE = """
            select i.* from knowledge_item i
            where i.municipality_id = :municipality and i.taken_from is null
              and (select r.result from knowledge_review r
                   where r.municipality_id = i.municipality_id and r.measure_id = i.measure_id
                   order by r.created_at desc limit 1) = 'COMPLETE'
            """;

    private final JdbcClient jdbc;

    ExchangedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Shareable> shareable(String municipality, Collection<UUID> measures) {
        return jdbc.sql(COMPLETE + " and i.measure_id = any(:measures) order by i.title, i.id")
                .param("municipality", municipality)
                .param("measures", measures.toArray(UUID[]::new))
                .query((row, index) -> shareable(row))
                .list();
    }

    @Override
    public Optional<Shareable> find(String municipality, UUID item) {
        return jdbc.sql(COMPLETE + " and i.id = :id")
                .param("municipality", municipality)
                .param("id", item)
                .query((row, index) -> shareable(row))
                .optional();
    }

    @Override
    public List<Goal> goals(String municipality, Collection<UUID> measures) {
        return jdbc.sql("""
                        select g.id, g.measure_id as measure, g.position, g.question from knowledge_goal g
                        join measure m on m.municipality_id = g.municipality_id and m.id = g.measure_id
                        where g.municipality_id = :municipality and g.measure_id = any(:measures) and m.state = 'KNOWLEDGE'
                        order by g.measure_id, g.position
                        """)
                .param("municipality", municipality)
                .param("measures", measures.toArray(UUID[]::new))
                .query(Goal.class)
                .list();
    }

    @Override
    public UUID takeOver(String municipality, UUID goal, Taken taken) {
        UUID measure = jdbc.sql("""
                        select g.measure_id from knowledge_goal g
                        join measure m on m.municipality_id = g.municipality_id and m.id = g.measure_id
                        where g.municipality_id = :municipality and g.id = :goal and m.state = 'KNOWLEDGE'
                        for update of g
                        """)
                .param("municipality", municipality)
                .param("goal", goal)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("Knowledge goal " + goal));
        if (hasTitle(municipality, goal, taken.source().title())) {
            throw FormRefused.at("goal", "knowledge.taken.duplicate");
        }
        UUID id = UUID.randomUUID();
        KnowledgeSource source = taken.source();
        jdbc.sql("""
                        insert into knowledge_item
                            (id, municipality_id, measure_id, goal_id, position, title, kind, publisher, year, url,
                             circular_fields, model_components, key_statements, relevance, transferability, recorded_by, taken_from)
                        select :id, :municipality, :measure, :goal, coalesce(max(position), 0) + 1, :title, :kind, :publisher, :year,
                               :url, :fields, :components, :statements, :relevance, :transferability, :by, :from
                        from knowledge_item where municipality_id = :municipality and goal_id = :goal
                        """)
                .param("id", id)
                .param("municipality", municipality)
                .param("measure", measure)
                .param("goal", goal)
                .param("title", source.title())
                .param("kind", KnowledgeKind.valueOf(source.kind()).name())
                .param("publisher", source.publisher(), Types.VARCHAR)
                .param("year", source.year(), Types.INTEGER)
                .param("url", source.url(), Types.VARCHAR)
                .param("fields", names(source.circularFields()))
                .param("components", names(source.components()))
                .param("statements", source.keyStatements().toArray(String[]::new))
                .param("relevance", taken.relevance())
                .param("transferability", taken.transferability(), Types.INTEGER)
                .param("by", taken.by())
                .param("from", taken.from())
                .update();
        return id;
    }

    private boolean hasTitle(String municipality, UUID goal, String title) {
        return jdbc.sql("""
                        select exists (select from knowledge_item
                                       where municipality_id = :municipality and goal_id = :goal and lower(title) = lower(:title))
                        """)
                .param("municipality", municipality)
                .param("goal", goal)
                .param("title", title)
                .query(Boolean.class)
                .single();
    }

    private static Shareable shareable(ResultSet row) throws SQLException {
        return new Shareable(
                row.getObject("id", UUID.class),
                row.getObject("measure_id", UUID.class),
                new KnowledgeSource(
                        row.getString("title"),
                        row.getString("kind"),
                        row.getString("publisher"),
                        row.getObject("year", Integer.class),
                        row.getString("url"),
                        constants(row, "circular_fields", CircularField::valueOf),
                        constants(row, "model_components", ModelComponent::valueOf),
                        List.of((String[]) row.getArray("key_statements").getArray())));
    }

    private static <E extends Enum<E>> Set<E> constants(ResultSet row, String column, Function<String, E> constant)
            throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(constant)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
