package de.kreislaufstadt.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.publication.PublicContentChanged.Cause;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How measures stand with the public, and the version that is on its way. */
@Repository
class PublicationTable {

    private static final String ONE = " where municipality_id = :municipality and measure_id = :measure";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    PublicationTable(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A row.
     *
     * @param instance engine's id of the publication under way; null where none is
     * @param version the released one; 0 before the first, and while the measure is withdrawn
     * @param candidate the version on its way; null before the first check
     * @param causes what the candidate brings
     * @param releasedByTwo whether somebody else has released all of that in its own step
     * @param since what has changed after the candidate was put together
     * @param waitsFor what the publication under way waits for; null where none is
     */
    record Row(
            UUID measure,
            String instance,
            int version,
            Instant releasedAt,
            ReleasedMeasure candidate,
            Set<Cause> causes,
            boolean releasedByTwo,
            Set<Cause> since,
            Participation participation,
            List<Confirmed> confirmed,
            String heldReason,
            boolean withdrawn,
            Wait waitsFor) {

        /** @return whether a publication has ever begun, and not only how to take part been said beforehand */
        boolean wasOnItsWay() {
            return instance != null
                    || version > 0
                    || candidate != null
                    || heldReason != null
                    || withdrawn
                    || !causes.isEmpty()
                    || !since.isEmpty();
        }
    }

    /** What a publication under way can wait for. */
    enum Wait {
        PREPARATION,
        RELEASE
    }

    /**
     * A name that is nobody's.
     *
     * @param field where it stood
     * @param mark of the words, which are not kept themselves
     */
    record Confirmed(String field, String mark, String reason) {

        Confirmed because(String why) {
            return new Confirmed(field, mark, why);
        }
    }

    Optional<Row> find(String municipality, UUID measure) {
        return jdbc.sql("select * from publication" + ONE)
                .param("municipality", municipality)
                .param("measure", measure)
                .query(this::row)
                .optional();
    }

    Row get(TaskContext scope) {
        return find(scope.municipality(), scope.measureId()).orElseThrow();
    }

    /** Notes what has changed, and makes the row where there is none yet. */
    void changed(String municipality, UUID measure, Cause cause, boolean byTwo) {
        jdbc.sql("""
                        insert into publication as known (municipality_id, measure_id, causes_since, since_by_two)
                        values (:municipality, :measure, array[:cause], :byTwo)
                        on conflict (municipality_id, measure_id) do update
                        set causes_since = (select array_agg(distinct c order by c)
                                            from unnest(known.causes_since || excluded.causes_since) c),
                            since_by_two = known.since_by_two and excluded.since_by_two
                        """)
                .param("municipality", municipality)
                .param("measure", measure)
                .param("cause", cause.name())
                .param("byTwo", byTwo)
                .update();
    }

    void runsAs(String municipality, UUID measure, String instance) {
        jdbc.sql("update publication set instance_id = cast(:instance as text),"
                        + " waits_for = case when cast(:instance as text) is not null then waits_for end" + ONE)
                .param("instance", instance)
                .param("municipality", municipality)
                .param("measure", measure)
                .update();
    }

    /** Notes whose turn it is. */
    void waitsFor(TaskContext scope, Wait next) {
        jdbc.sql("update publication set waits_for = :next" + ONE)
                .param("next", next.name())
                .param("municipality", scope.municipality())
                .param("measure", scope.measureId())
                .update();
    }

    /** Fixes a version together with everything that has changed until now. */
    void freeze(TaskContext scope, ReleasedMeasure candidate) {
        jdbc.sql("""
                        update publication
                        set candidate = cast(:candidate as jsonb), candidate_at = :now,
                            causes = (select coalesce(array_agg(distinct c order by c), '{}') from unnest(causes || causes_since) c),
                            released_by_two = released_by_two and since_by_two, causes_since = '{}', since_by_two = true
                        """ + ONE)
                .param("candidate", written(candidate))
                .param("now", Timestamp.from(clock.instant()))
                .param("municipality", scope.municipality())
                .param("measure", scope.measureId())
                .update();
    }

    void prepared(TaskContext scope, Participation participation, List<Confirmed> confirmed, String heldReason) {
        jdbc.sql("""
                        update publication
                        set participation_text = :text, participation_url = :url, confirmed = cast(:confirmed as jsonb),
                            held_reason = :held
                        """ + ONE)
                .param("text", participation == null ? null : participation.text())
                .param("url", participation == null ? null : participation.url())
                .param("confirmed", written(confirmed))
                .param("held", heldReason)
                .param("municipality", scope.municipality())
                .param("measure", scope.measureId())
                .update();
    }

    void published(TaskContext scope, int version) {
        jdbc.sql("""
                        update publication
                        set version = :version, released_at = :now, causes = '{}', released_by_two = true, held_reason = null,
                            withdrawn = false, withdrawn_reason = null, live_mark = null,
                            waits_for = null,
                            instance_id = case when causes_since = '{}' then null else instance_id end
                        """ + ONE)
                .param("version", version)
                .param("now", Timestamp.from(clock.instant()))
                .param("municipality", scope.municipality())
                .param("measure", scope.measureId())
                .update();
    }

    void withdrawn(String municipality, UUID measure, String reason) {
        jdbc.sql("update publication set version = 0, withdrawn = true, withdrawn_reason = :reason" + ONE)
                .param("reason", reason)
                .param("municipality", municipality)
                .param("measure", measure)
                .update();
    }

    /** @return measures that are public now */
    List<UUID> published(String municipality) {
        return jdbc.sql("select measure_id from publication where municipality_id = :municipality and version > 0")
                .param("municipality", municipality)
                .query(UUID.class)
                .list();
    }

    /** @return how many measures are decided or rejected, whatever has become of them since, and not public */
    int unpublished(String municipality) {
        return jdbc.sql("""
                        select count(*) from measure m
                        where m.municipality_id = :municipality
                          and exists (select from measure_state_change c
                                      where c.municipality_id = m.municipality_id and c.measure_id = m.id
                                        and c.to_state = any(:decided))
                          and not exists (select from publication p
                                          where p.municipality_id = m.municipality_id and p.measure_id = m.id and p.version > 0)
                        """)
                .param("municipality", municipality)
                .param("decided", Unpublished.DECIDED.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        String text = row.getString("participation_text");
        String url = row.getString("participation_url");
        String candidate = row.getString("candidate");
        String waitsFor = row.getString("waits_for");
        Timestamp releasedAt = row.getTimestamp("released_at");
        return new Row(
                row.getObject("measure_id", UUID.class),
                row.getString("instance_id"),
                row.getInt("version"),
                releasedAt == null ? null : releasedAt.toInstant(),
                candidate == null ? null : read(candidate, new TypeReference<>() {}),
                causes(row.getArray("causes")),
                row.getBoolean("released_by_two"),
                causes(row.getArray("causes_since")),
                text == null && url == null ? null : new Participation(text, url),
                read(row.getString("confirmed"), new TypeReference<>() {}),
                row.getString("held_reason"),
                row.getBoolean("withdrawn"),
                waitsFor == null ? null : Wait.valueOf(waitsFor));
    }

    private static Set<Cause> causes(Array names) throws SQLException {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        Arrays.stream((String[]) names.getArray()).map(Cause::valueOf).forEach(causes::add);
        return causes;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A version cannot be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept version cannot be read", e);
        }
    }
}
