package de.kreislaufstadt.released;

import de.kreislaufstadt.released.ReleasedMeasures.Change;
import de.kreislaufstadt.released.ReleasedMeasures.FeedScope;
import de.kreislaufstadt.released.ReleasedMeasures.VersionHead;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads released versions of measures that are public today, and released time facts. */
@Repository
class VersionTable {

    private static final String OF_PUBLIC = """
            from released_version v
            join released_measure m on m.municipality_id = v.municipality_id and m.measure_id = v.measure_id
            where v.municipality_id = :municipality and m.withdrawn_at is null
            """;

    private final JdbcClient jdbc;

    VersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<VersionHead> versions(String municipality, String number) {
        return jdbc.sql("select v.version, v.released_at, v.causes " + OF_PUBLIC
                        + " and m.number = :number order by v.version desc")
                .param("municipality", municipality)
                .param("number", number)
                .query((row, i) -> new VersionHead(
                        row.getInt("version"),
                        row.getTimestamp("released_at").toInstant(),
                        texts(row.getArray("causes"))))
                .list();
    }

    Optional<ReleasedMeasure> version(String municipality, String number, int version) {
        return jdbc.sql("select v.content " + OF_PUBLIC + " and m.number = :number and v.version = :version")
                .param("municipality", municipality)
                .param("number", number)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(content -> ReleasedJson.read(content, ReleasedMeasure.class));
    }

    List<Change> changes(String municipality, FeedScope scope, int most) {
        return jdbc.sql("""
                        select m.number, m.slug, v.content, v.version, v.released_at, v.causes,
                               (select b.content from released_version b
                                where b.municipality_id = v.municipality_id and b.measure_id = v.measure_id
                                  and b.version < v.version
                                order by b.version desc limit 1) as before
                        """ + OF_PUBLIC + """
                         and (cast(:number as text) is null or m.number = :number)
                         and (cast(:field as text) is null or m.field_of_action = :field)
                        order by v.released_at desc, m.number, v.version desc limit :most
                        """)
                .param("municipality", municipality)
                .param("number", scope.number())
                .param("field", scope.field())
                .param("most", most)
                .query(VersionTable::change)
                .list();
    }

    List<TimeFacts> times(String municipality) {
        return jdbc
                .sql("select content from released_times where municipality_id = :municipality order by quarter desc")
                .param("municipality", municipality)
                .query(String.class)
                .list()
                .stream()
                .map(content -> ReleasedJson.read(content, TimeFacts.class))
                .toList();
    }

    Map<String, TimeFacts> newestTimes(Collection<String> municipalities, LocalDate since) {
        Map<String, TimeFacts> newest = new HashMap<>();
        if (!municipalities.isEmpty()) {
            jdbc.sql("""
                            select distinct on (municipality_id) municipality_id, content from released_times
                            where municipality_id in (:municipalities) and quarter >= :since
                            order by municipality_id, quarter desc
                            """)
                    .param("municipalities", municipalities)
                    .param("since", since)
                    .query(row -> {
                        newest.put(row.getString(1), ReleasedJson.read(row.getString(2), TimeFacts.class));
                    });
        }
        return newest;
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        ReleasedMeasure content = ReleasedJson.read(row.getString("content"), ReleasedMeasure.class);
        String before = row.getString("before");
        return new Change(
                row.getString("number"),
                row.getString("slug"),
                content.heading().title(),
                row.getInt("version"),
                row.getTimestamp("released_at").toInstant(),
                texts(row.getArray("causes")),
                VersionDiff.fields(before == null ? null : ReleasedJson.read(before, ReleasedMeasure.class), content));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
