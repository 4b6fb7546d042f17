package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.Restrictions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The people of a municipality with their departments' groups, to choose from: who can get a task or a question. */
@Component
public class Colleagues {

    /** One statement; the engine's own query would need one per department. */
    private static final String PEOPLE = """
            select u.id_, u.first_, u.last_, m.group_id_
            from camunda.act_id_tenant_member t
            join camunda.act_id_user u on u.id_ = t.user_id_
            join camunda.act_id_membership m on m.user_id_ = u.id_
            join camunda.act_id_group g on g.id_ = m.group_id_ and g.type_ in ('DEPARTMENT', 'DEPARTMENT_HEAD')
            where t.tenant_id_ = :municipality
            order by u.first_, u.last_, u.id_, m.group_id_
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final Restrictions restrictions;

    Colleagues(NamedParameterJdbcTemplate jdbc, @Lazy Restrictions restrictions) {
        this.jdbc = jdbc;
        this.restrictions = restrictions;
    }

    /** @param groups groups of departments and heads the person is a member of */
    public record Person(String id, String name, List<String> groups) {

        /** @param group engine id of a department or of its heads */
        public boolean isIn(String group) {
            return groups.contains(group);
        }
    }

    /** @return everybody who works in a department of the municipality and whose data is not restricted, by name */
    public List<Person> of(String municipality) {
        Map<String, Person> people = new LinkedHashMap<>();
        jdbc.query(PEOPLE, new MapSqlParameterSource("municipality", municipality), row -> {
            String id = row.getString("id_");
            String name = (orEmpty(row.getString("first_")) + " " + orEmpty(row.getString("last_"))).strip();
            people.computeIfAbsent(id, key -> new Person(key, name, new ArrayList<>()))
                    .groups()
                    .add(row.getString("group_id_"));
        });
        Restrictions.Of restricted = restrictions.of(municipality);
        return people.values().stream()
                .filter(person -> !restricted.coverUser(person.id()))
                .toList();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
