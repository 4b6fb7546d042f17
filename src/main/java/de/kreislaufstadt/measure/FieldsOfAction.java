package de.kreislaufstadt.measure;

import de.kreislaufstadt.form.Option;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The fields of action of each municipality. One that has none yet gets the defaults, which it may change afterwards. */
@Repository
class FieldsOfAction {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    FieldsOfAction(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Reads only: a form may be opened before the first measure has brought the defaults into the table. */
    List<FieldOfAction> of(String municipality) {
        List<FieldOfAction> fields = read(municipality);
        return fields.isEmpty() ? defaults() : fields;
    }

    List<Option> options(String municipality) {
        return of(municipality).stream()
                .map(field -> new Option(field.code(), field.label()))
                .toList();
    }

    /**
     * For a measure that is about to be written: brings the defaults into the table where there is nothing yet.
     *
     * @throws IllegalArgumentException if the municipality has no such field
     */
    FieldOfAction get(String municipality, String code) {
        if (read(municipality).isEmpty()) {
            writeDefaults(municipality);
        }
        return of(municipality).stream()
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No field of action " + code + " in " + municipality));
    }

    private List<FieldOfAction> read(String municipality) {
        return jdbc.sql("""
                        select code, label, prefix, position from field_of_action
                        where municipality_id = :municipality order by position, code
                        """)
                .param("municipality", municipality)
                .query(FieldOfAction.class)
                .list();
    }

    private void writeDefaults(String municipality) {
        List<FieldOfAction> defaults = defaults();
        // Two first proposals at the same time may both come here; the second finds its rows already there.
        batch.batchUpdate(
                """
                insert into field_of_action (municipality_id, code, label, prefix, position)
                values (:municipality, :code, :label, :prefix, :position) on conflict do nothing
                """,
                defaults.stream()
                        .map(field -> new MapSqlParameterSource("municipality", municipality)
                                .addValue("code", field.code())
                                .addValue("label", field.label())
                                .addValue("prefix", field.prefix())
                                .addValue("position", field.position()))
                        .toArray(SqlParameterSource[]::new));
    }

    private static List<FieldOfAction> defaults() {
        ResourceBundle file = ResourceBundle.getBundle("reference.fields-of-action", Locale.ROOT);
        String[] codes = file.getString("codes").split(",");
        return IntStream.range(0, codes.length)
                .mapToObj(i -> new FieldOfAction(
                        codes[i], file.getString(codes[i] + ".label"), file.getString(codes[i] + ".prefix"), i + 1))
                .toList();
    }
}
