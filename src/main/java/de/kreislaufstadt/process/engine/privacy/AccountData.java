package de.kreislaufstadt.process.engine.privacy;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Accounts of people. A municipality has those that are members of it; an account that another one knows too only leaves.
 */
@Component
class AccountData implements PersonalData {

    private static final String MEMBERS = """
            select u.id_, u.first_, u.last_, u.email_,
                   exists (select from camunda.act_id_tenant_member o
                           where o.user_id_ = u.id_ and o.tenant_id_ <> :municipality) as elsewhere
            from camunda.act_id_user u
            join camunda.act_id_tenant_member m on m.user_id_ = u.id_ and m.tenant_id_ = :municipality
            where lower(u.id_) in (:users) or lower(u.email_) in (:mails)
               or lower(trim(concat(u.first_, ' ', u.last_))) in (:names) or lower(trim(concat(u.last_, ', ', u.first_))) in (:names)
            order by u.id_
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final IdentityService identity;
    private final TaskService tasks;
    private final org.camunda.bpm.engine.FilterService filters;
    private final org.camunda.bpm.engine.AuthorizationService authorizations;
    private final Accounts accounts;

    AccountData(
            NamedParameterJdbcTemplate jdbc,
            IdentityService identity,
            TaskService tasks,
            org.camunda.bpm.engine.FilterService filters,
            org.camunda.bpm.engine.AuthorizationService authorizations,
            Accounts accounts) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.tasks = tasks;
        this.filters = filters;
        this.authorizations = authorizations;
        this.accounts = accounts;
    }

    private record Account(String id, String first, String last, String mail, boolean elsewhere) {

        static Account of(ResultSet row, int number) throws SQLException {
            return new Account(
                    row.getString("id_"),
                    text(row.getString("first_")),
                    text(row.getString("last_")),
                    text(row.getString("email_")),
                    row.getBoolean("elsewhere"));
        }

        private static String text(String value) {
            return value == null ? "" : value.strip();
        }
    }

    @Override
    public String kind() {
        return "accounts";
    }

    @Override
    public Set<String> tables() {
        return Set.of("act_id_user");
    }

    /** Others find out by the membership whose account it is: it goes last. */
    @Override
    public int order() {
        return 100;
    }

    @Override
    public Identity recognise(String municipality, Identity person) {
        Set<String> users = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        Set<String> mails = new LinkedHashSet<>();
        for (Account account : accounts(municipality, person)) {
            users.add(account.id());
            names.add((account.first() + " " + account.last()).strip());
            mails.add(account.mail());
            if (!account.last().isEmpty()) {
                names.add(account.last() + ", " + account.first());
            }
        }
        return new Identity(users, names, mails, Set.of(), Set.of());
    }

    @Override
    public Collection<String> names(String municipality) {
        return accounts.people(municipality).stream().map(Accounts.Person::name).toList();
    }

    @Override
    public List<Found> find(String municipality, Identity person) {
        List<Found> found = new ArrayList<>();
        for (Account account : accounts(municipality, person)) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("id", account.id());
            content.put("name", (account.first() + " " + account.last()).strip());
            content.put("email", account.mail());
            Found one = new Found(
                    kind(),
                    "act_id_user",
                    account.id(),
                    null,
                    Effect.DELETED,
                    null,
                    null,
                    content,
                    Map.of("name", Sort.NAME, "email", Sort.MAIL));
            found.add(account.elsewhere() ? one.kept("elsewhere") : one);
        }
        return found;
    }

    @Override
    public int correct(String municipality, Found found, String field, String value) {
        return SignedIn.asSystem(() -> {
            User user = identity.createUserQuery().userId(found.row()).singleResult();
            if (user == null) {
                return 0;
            }
            if (field.equals("email")) {
                user.setEmail(value);
            } else {
                user.setFirstName(value);
                user.setLastName("");
            }
            identity.saveUser(user);
            return 1;
        });
    }

    @Override
    public int delete(String municipality, Identity person, Found found) {
        String user = found.row();
        return SignedIn.asSystem(() -> {
            for (Task task : tasks.createTaskQuery()
                    .taskAssignee(user)
                    .tenantIdIn(municipality)
                    .list()) {
                task.setOwner(null);
                task.setAssignee(null);
                tasks.saveTask(task);
            }
            for (Filter filter : filters.createFilterQuery().filterOwner(user).list()) {
                filters.deleteFilter(filter.getId());
            }
            authorizations
                    .createAuthorizationQuery()
                    .userIdIn(user)
                    .list()
                    .forEach(right -> authorizations.deleteAuthorization(right.getId()));
            accounts.removePerson(municipality, user);
            identity.deleteUser(user);
            return 1;
        });
    }

    private List<Account> accounts(String municipality, Identity person) {
        // An empty list would be no SQL.
        return jdbc.query(
                MEMBERS,
                new MapSqlParameterSource("municipality", municipality)
                        .addValue("users", orNobody(person.lower(Sort.USER)))
                        .addValue("mails", orNobody(person.lower(Sort.MAIL)))
                        .addValue("names", orNobody(person.lower(Sort.NAME))),
                Account::of);
    }

    private static List<String> orNobody(List<String> terms) {
        return terms.isEmpty() ? List.of("-") : terms;
    }
}
