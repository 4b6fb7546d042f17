package de.kreislaufstadt.released;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Takes out of released versions what may not be public any more. The database itself then marks the municipality as changed. */
@Repository
class CorrectionTable {

    private static final UUID FIRST = new UUID(0, 0);

    private final NamedParameterJdbcTemplate jdbc;

    CorrectionTable(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Version(UUID measure, int number, ReleasedMeasure content) {}

    /** @return how many versions have changed */
    int withhold(String municipality, Set<String> fields) {
        if (fields.isEmpty()) {
            return 0;
        }
        int changed = 0;
        List<Version> portion = after(municipality, new Version(FIRST, 0, null));
        while (!portion.isEmpty()) {
            List<Version> others = new ArrayList<>();
            for (Version version : portion) {
                ReleasedMeasure without = Withheld.from(version.content(), fields);
                if (!without.equals(version.content())) {
                    others.add(new Version(version.measure(), version.number(), without));
                }
            }
            write(municipality, others);
            changed += others.size();
            portion = after(municipality, portion.get(portion.size() - 1));
        }
        if (changed > 0) {
            forgetSums(municipality, fields);
        }
        return changed;
    }

    private List<Version> after(String municipality, Version last) {
        return jdbc.query(
                """
                select measure_id, version, content from released_version
                where municipality_id = :municipality and (measure_id, version) > (cast(:measure as uuid), :version)
                order by measure_id, version limit :most
                """,
                new MapSqlParameterSource("municipality", municipality)
                        .addValue("measure", last.measure())
                        .addValue("version", last.number())
                        .addValue("most", ReleasedMeasures.PORTION),
                (row, i) -> new Version(
                        row.getObject("measure_id", UUID.class),
                        row.getInt("version"),
                        ReleasedJson.read(row.getString("content"), ReleasedMeasure.class)));
    }

    private void write(String municipality, List<Version> versions) {
        if (versions.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                update released_version set content = cast(:content as jsonb)
                where municipality_id = :municipality and measure_id = :measure and version = :version
                """,
                versions.stream()
                        .map(version -> new MapSqlParameterSource("municipality", municipality)
                                .addValue("measure", version.measure())
                                .addValue("version", version.number())
                                .addValue("content", ReleasedJson.write(version.content())))
                        .toArray(SqlParameterSource[]::new));
    }

    private void forgetSums(String municipality, Set<String> fields) {
        jdbc.update(
                """
                update released_measure set
                    co2_unit = case when :co2 then null else co2_unit end,
                    co2_number = case when :co2 then null else co2_number end,
                    cost_unit = case when :cost then null else cost_unit end,
                    cost_number = case when :cost then null else cost_number end,
                    cost_group = case when :group then null else cost_group end
                where municipality_id = :municipality
                """,
                new MapSqlParameterSource("municipality", municipality)
                        .addValue("co2", fields.contains("co2"))
                        .addValue("cost", fields.contains("cost"))
                        .addValue("group", fields.contains("costGroup")));
    }
}
