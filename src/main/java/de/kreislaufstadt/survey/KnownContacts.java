package de.kreislaufstadt.survey;

import de.kreislaufstadt.publication.KnownNames;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names of those who are asked at organisations. */
@Repository
class KnownContacts implements KnownNames {

    private final JdbcClient jdbc;

    KnownContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Collection<String> of(String municipality) {
        return jdbc.sql("select distinct name from stakeholder_contact where municipality_id = :municipality")
                .param("municipality", municipality)
                .query(String.class)
                .list();
    }
}
