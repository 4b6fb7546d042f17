package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.publication.KnownNames;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names of those who were invited to workshops, who came in their place, or whose invitation was taken back. */
@Repository
class KnownGuests implements KnownNames {

    private final JdbcClient jdbc;

    KnownGuests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Collection<String> of(String municipality) {
        return jdbc.sql("""
                        select contact from workshop_invitation where municipality_id = :municipality and contact is not null
                        union
                        select substitute from workshop_invitation where municipality_id = :municipality and substitute is not null
                        union
                        select contact from workshop_withdrawal where municipality_id = :municipality and contact is not null
                        """)
                .param("municipality", municipality)
                .query(String.class)
                .list();
    }
}
