package de.kreislaufstadt.process.paths;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in the rows of rounds of the model approach. */
abstract class AssociationRows extends DeputyPaths {

    String roundState(String key) {
        return ofRound(key, "state");
    }

    String ofRound(String key, String column) {
        Object value = office.jdbc()
                .sql("select " + column + " as value from component_round"
                        + " where 'MA-' || component || '-' || number = :key")
                .param("key", key)
                .query()
                .singleRow()
                .get("value");
        return value == null ? null : value.toString();
    }

    /** @return how many requests are in each state, e.g. {@code {ANSWERED=3, MISSED=1}} */
    Map<String, Long> requests() {
        Map<String, Long> counted = new TreeMap<>();
        office.jdbc()
                .sql("select state, count(*) as requests from component_request group by state")
                .query(row -> {
                    counted.put(row.getString("state"), row.getLong("requests"));
                });
        return counted;
    }

    String requestOf(String city, String column) {
        return office.jdbc()
                .sql("select r." + column + " from component_request r join association_member m on m.id = r.member_id"
                        + " where m.member_key = :city")
                .param("city", city)
                .query(String.class)
                .single();
    }

    List<String> events(String kind) {
        return office.jdbc()
                .sql("select coalesce(note, '') from component_event where kind = :kind order by created_at, note")
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    /** Everything that a refusal must leave as it was. */
    Map<String, Object> rowsOfRounds() {
        Map<String, Object> rows = new TreeMap<>();
        for (String table : List.of(
                "component_round",
                "component_section",
                "component_request",
                "component_comment",
                "component_event",
                "component_version")) {
            rows.put(
                    table,
                    office.jdbc()
                            .sql("select * from " + table)
                            .query()
                            .listOfRows()
                            .toString());
        }
        rows.put("tasks", office.tasks().createTaskQuery().count());
        return rows;
    }
}
