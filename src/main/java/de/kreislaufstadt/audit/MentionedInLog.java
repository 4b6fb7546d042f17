package de.kreislaufstadt.audit;

import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody has entered about a person: emptied as a whole, since a part of it would no longer fit its hash. */
@Component
class MentionedInLog implements PersonalData {

    private static final String TABLE = "audit_value";

    private final JdbcClient jdbc;

    MentionedInLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return LogTable.VALUES;
    }

    @Override
    public Set<String> tables() {
        return Set.of(TABLE);
    }

    @Override
    public List<Found> find(String municipality, Identity person) {
        String[] terms = person.telling().stream()
                .map(term -> term.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        if (terms.length == 0) {
            return List.of();
        }
        return jdbc.sql("""
                        select v.id, v.measure_id, v.field_key, v.logged, v.delete_on from audit_value v
                        where v.municipality_id = :municipality
                          and exists (select from unnest(:terms) term where position(term in lower(v.logged)) > 0)
                        order by v.position, v.part
                        """)
                .param("municipality", municipality)
                .param("terms", terms)
                .query((row, number) -> {
                    Map<String, Object> content = new LinkedHashMap<>();
                    content.put("field_key", row.getString("field_key"));
                    content.put("logged", row.getString("logged"));
                    return new Found(
                            kind(),
                            TABLE,
                            row.getString("id"),
                            row.getObject("measure_id", UUID.class),
                            Effect.EMPTIED,
                            null,
                            row.getDate("delete_on").toLocalDate(),
                            content,
                            Map.of());
                })
                .list();
    }

    @Override
    public int delete(String municipality, Identity person, Found found) {
        return jdbc.sql("update audit_value set logged = null where municipality_id = :municipality and id = :id")
                .param("municipality", municipality)
                .param("id", UUID.fromString(found.row()))
                .update();
    }
}
