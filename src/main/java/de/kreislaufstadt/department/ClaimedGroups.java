package de.kreislaufstadt.department;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the groups an identity provider claims for somebody mean in a municipality: the section {@code signIn} of its file says
 * so. A group that is not named there means nothing.
 */
@Component
public class ClaimedGroups {

    private final JdbcClient jdbc;

    ClaimedGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param claimed names of groups as the provider writes them
     * @return ids of the engine's groups somebody with these is in, sorted; empty if none of them means anything
     */
    @Transactional(readOnly = true)
    public List<String> groups(String municipality, Collection<String> claimed) {
        if (claimed.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("""
                        select distinct meaning from claimed_group
                        where municipality_id = :municipality and claim in (:claimed) order by meaning
                        """)
                .param("municipality", municipality)
                .param("claimed", claimed)
                .query(String.class)
                .list()
                .stream()
                .map(meaning -> Groups.department(municipality, meaning))
                .toList();
    }

    /** Replaces what the municipality's file said before. */
    void save(String municipality, MunicipalityFile.SignIn signIn) {
        jdbc.sql("delete from claimed_group where municipality_id = :municipality")
                .param("municipality", municipality)
                .update();
        signIn.groups()
                .forEach(group -> meanings(group)
                        .forEach(meaning -> jdbc.sql("""
                                insert into claimed_group (municipality_id, claim, meaning)
                                values (:municipality, :claim, :meaning) on conflict do nothing
                                """)
                                .param("municipality", municipality)
                                .param("claim", group.claim())
                                .param("meaning", meaning)
                                .update()));
    }

    /** Who works in a department or manages the municipality is on its staff; who only looks is not. */
    private static Set<String> meanings(MunicipalityFile.ClaimedGroup group) {
        Set<String> meanings = new TreeSet<>();
        if (group.department() != null) {
            meanings.add(group.department());
        }
        if (group.head()) {
            meanings.add(group.department() + "-head");
        }
        if (group.manager()) {
            meanings.add("managers");
        }
        if (!meanings.isEmpty()) {
            meanings.add("staff");
        }
        if (group.monitor()) {
            meanings.add("monitors");
        }
        if (group.auditor()) {
            meanings.add("auditors");
        }
        return meanings;
    }
}
