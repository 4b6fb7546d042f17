package de.kreislaufstadt.measure;

import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.MeasureChanged;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The measures themselves: number, lead and state. What is said about them stands in versions, see {@link VersionReader}. */
@Repository
class MeasureTable implements Measures {

    private static final String CURRENT = """
            select m.id, m.number, m.lead, m.state, v.title, v.short_title, v.circular_fields, v.begins_on, v.ends_on,
                   array(select c.department from measure_contributing c
                         where c.municipality_id = m.municipality_id and c.version_id = v.id
                         order by c.position) as contributing
            from measure m
            join lateral (select * from measure_version latest
                          where latest.municipality_id = m.municipality_id and latest.measure_id = m.id
                          order by latest.version desc limit 1) v on true
            where m.municipality_id = :municipality
            """;

    /** Of a measure {@code m}: the begin that its current version says, where it was proposed after that. */
    static final String DECIDABLE_FROM = """
            select v.begins_on from measure_version v
            where v.municipality_id = m.municipality_id and v.measure_id = m.id
              and v.begins_on <= (m.created_at at time zone 'Europe/Berlin')::date
              and v.version = (select max(latest.version) from measure_version latest
                               where latest.municipality_id = m.municipality_id and latest.measure_id = m.id)
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    MeasureTable(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public Measure find(String municipality, UUID id) {
        return jdbc.sql(CURRENT + " and m.id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(MeasureTable::measure)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No measure " + id + " in " + municipality));
    }

    @Override
    public LocalDate decidableFrom(String municipality, UUID id) {
        return jdbc.sql("select (" + DECIDABLE_FROM
                        + ") from measure m where m.municipality_id = :municipality and m.id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query((row, index) -> decidableFrom(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** @param begin what {@link #DECIDABLE_FROM} has found */
    static LocalDate decidableFrom(LocalDate begin) {
        return begin == null ? LocalDate.MIN : begin;
    }

    @Override
    public Optional<Measure> findByNumber(String municipality, String number) {
        return jdbc.sql(CURRENT + " and m.number = :number")
                .param("municipality", municipality)
                .param("number", number)
                .query(MeasureTable::measure)
                .optional();
    }

    /** @return these measures, in one statement */
    List<Measure> all(String municipality, Collection<UUID> ids) {
        return jdbc.sql(CURRENT + " and m.id = any(:ids)")
                .param("municipality", municipality)
                .param("ids", ids.toArray(UUID[]::new))
                .query(MeasureTable::measure)
                .list();
    }

    /** @return the measures that have one of these numbers */
    List<Measure> numbered(String municipality, Collection<String> numbers) {
        return jdbc.sql(CURRENT + " and m.number = any(:numbers)")
                .param("municipality", municipality)
                .param("numbers", numbers.toArray(String[]::new))
                .query(MeasureTable::measure)
                .list();
    }

    /** @return numbers of the measures whose number or title contains the word or that one of the departments leads */
    List<String> matching(String municipality, String word, Collection<String> leads) {
        return jdbc.sql("""
                        select m.number from measure m
                        join lateral (select latest.title, latest.short_title from measure_version latest
                                      where latest.municipality_id = m.municipality_id and latest.measure_id = m.id
                                      order by latest.version desc limit 1) v on true
                        where m.municipality_id = :municipality
                          and (position(:word in lower(concat_ws(' ', m.number, v.title, v.short_title))) > 0
                               or m.lead = any(:leads))
                        """)
                .param("municipality", municipality)
                .param("word", word.toLowerCase(Locale.GERMAN))
                .param("leads", leads.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Override
    public void explain(String municipality, UUID id, String reason) {
        jdbc.sql("update measure set state_reason = :reason where municipality_id = :municipality and id = :id")
                .param("reason", reason)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    void create(
            String municipality,
            UUID id,
            String number,
            String lead,
            MeasureState state,
            String reason,
            String author) {
        jdbc.sql("""
                        with created as (
                            insert into measure (id, municipality_id, number, lead, state, state_reason, created_by)
                            values (:id, :municipality, :number, :lead, :state, :reason, :author)
                            returning id, municipality_id, state, state_reason, created_by)
                        insert into measure_state_change (id, municipality_id, measure_id, to_state, reason, changed_by)
                        select :changeId, municipality_id, id, state, state_reason, created_by from created
                        """)
                .param("id", id)
                .param("municipality", municipality)
                .param("number", number)
                .param("lead", lead)
                .param("state", state.name())
                .param("reason", reason)
                .param("author", author)
                .param("changeId", UUID.randomUUID())
                .update();
        events.publishEvent(new MeasureChanged(municipality, id));
    }

    /** Keeps others from adding a version until the transaction ends, so that two changes cannot miss each other. */
    void lock(String municipality, UUID id) {
        jdbc.sql("select id from measure where municipality_id = :municipality and id = :id for no key update")
                .param("municipality", municipality)
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    /**
     * Moves a measure to another state and notes it in the measure's course; does nothing where it is already there.
     * The reason given beforehand goes with the state and does not outlive it.
     *
     * @param into measure it is merged into; null for every other state
     * @throws IllegalStateException if the state needs a reason and none was given
     */
    void enter(String municipality, UUID id, MeasureState state, UUID into, String actor) {
        boolean keepsReason = state.needsReason() || state == MeasureState.DEFERRED || state == MeasureState.MERGED;
        if (state.needsReason() && reason(municipality, id).isEmpty()) {
            throw new IllegalStateException("State " + state + " needs a reason");
        }
        if (EnteredStates.isLast(id, state)) {
            return;
        }
        jdbc.sql("""
                        with before as (
                            select id, municipality_id, state from measure
                            where municipality_id = :municipality and id = :id and state <> :state for no key update),
                        moved as (
                            update measure m
                            set state = :state, state_reason = case when :keepsReason then m.state_reason end,
                                merged_into = cast(:into as uuid)
                            from before b where m.municipality_id = b.municipality_id and m.id = b.id
                            returning m.id, m.municipality_id, b.state as from_state, m.state_reason)
                        insert into measure_state_change
                            (id, municipality_id, measure_id, from_state, to_state, reason, changed_by)
                        select :changeId, municipality_id, id, from_state, :state, state_reason, :actor from moved
                        returning from_state, reason
                        """)
                .param("municipality", municipality)
                .param("id", id)
                .param("state", state.name())
                .param("into", into)
                .param("keepsReason", keepsReason)
                .param("changeId", UUID.randomUUID())
                .param("actor", actor)
                .query((row, number) -> action(municipality, id, actor)
                        .changing(Change.of("state", row.getString("from_state"), state))
                        .because(row.getString("reason")))
                .optional()
                .ifPresent(events::publishEvent);
        events.publishEvent(new MeasureChanged(municipality, id));
    }

    private static BusinessAction action(String municipality, UUID id, String actor) {
        return BusinessAction.of(municipality, id, Kind.MEASURE_STATE_CHANGED, Subject.whole(), actor);
    }

    /** The same for a state that leads into no other measure. */
    void enter(String municipality, UUID id, MeasureState state, String actor) {
        enter(municipality, id, state, null, actor);
    }

    void lead(String municipality, UUID id, String lead) {
        jdbc.sql("update measure set lead = :lead where municipality_id = :municipality and id = :id")
                .param("lead", lead)
                .param("municipality", municipality)
                .param("id", id)
                .update();
    }

    Optional<String> reason(String municipality, UUID id) {
        return jdbc
                .sql("select state_reason from measure where municipality_id = :municipality and id = :id")
                .param("municipality", municipality)
                .param("id", id)
                .query(String.class)
                .list()
                .stream()
                .filter(reason -> reason != null)
                .findFirst();
    }

    private static Measure measure(ResultSet row, int index) throws SQLException {
        return new Measure(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("short_title"),
                row.getString("lead"),
                MeasureState.valueOf(row.getString("state")),
                circularFields(row.getArray("circular_fields")),
                List.of((String[]) row.getArray("contributing").getArray()),
                row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class));
    }

    private static Set<CircularField> circularFields(Array names) throws SQLException {
        Set<CircularField> fields = EnumSet.noneOf(CircularField.class);
        Arrays.stream((String[]) names.getArray()).map(CircularField::valueOf).forEach(fields::add);
        return fields;
    }
}
