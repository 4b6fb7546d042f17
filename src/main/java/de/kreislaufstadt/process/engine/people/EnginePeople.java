package de.kreislaufstadt.process.engine.people;

import de.kreislaufstadt.process.People;
import de.kreislaufstadt.process.SingleRights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads people from the engine's tables: its own queries check the grants of whoever asks, and mail is sent by nobody. */
@Repository
class EnginePeople implements People {

    private final JdbcClient jdbc;
    private final ObjectProvider<SingleRights> singleRights;

    EnginePeople(JdbcClient jdbc, ObjectProvider<SingleRights> singleRights) {
        this.jdbc = jdbc;
        this.singleRights = singleRights;
    }

    @Override
    public List<Person> membersOf(String municipality, String group) {
        if (SingleRights.isSingle(group)) {
            return withMail(singleRights.getObject().holders(municipality, group));
        }
        return jdbc.sql("""
                        select u.id_, u.email_ from camunda.act_id_user u
                        join camunda.act_id_membership m on m.user_id_ = u.id_
                        join camunda.act_id_tenant_member t on t.user_id_ = u.id_
                        where m.group_id_ = :group and t.tenant_id_ = :municipality
                        order by u.id_
                        """)
                .param("group", group)
                .param("municipality", municipality)
                .query(EnginePeople::person)
                .list();
    }

    @Override
    public Map<String, Person> find(String municipality, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Person> found = jdbc
                .sql("""
                        select u.id_, u.email_ from camunda.act_id_user u
                        join camunda.act_id_tenant_member t on t.user_id_ = u.id_
                        where u.id_ in (:ids) and t.tenant_id_ = :municipality
                        """)
                .param("ids", ids)
                .param("municipality", municipality)
                .query(EnginePeople::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one, HashMap::new));
        withMail(ids.stream()
                        .filter(id -> !found.containsKey(id) && worksIn(municipality, id))
                        .toList())
                .forEach(person -> found.put(person.id(), person));
        return found;
    }

    /** People of no municipality, and those of the association, are found where they have a right today. */
    private boolean worksIn(String municipality, String user) {
        SingleRights rights = singleRights.getIfAvailable();
        return rights != null
                && (rights.isOfAssociationFor(municipality, user)
                        || rights.today(user).stream()
                                .anyMatch(right -> right.municipality().equals(municipality)));
    }

    private List<Person> withMail(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select id_, email_ from camunda.act_id_user where id_ in (:ids) order by id_")
                        .param("ids", ids)
                        .query(EnginePeople::person)
                        .list();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        String mail = row.getString("email_");
        return new Person(row.getString("id_"), mail == null || mail.isBlank() ? null : mail);
    }
}
