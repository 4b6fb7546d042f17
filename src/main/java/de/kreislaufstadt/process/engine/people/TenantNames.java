package de.kreislaufstadt.process.engine.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What municipalities are called; for people who belong to none, and may not ask the engine. */
@Repository
public class TenantNames {

    private final JdbcClient jdbc;

    TenantNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the name; the id where it is unknown */
    public String of(String municipality) {
        return jdbc.sql("select name_ from camunda.act_id_tenant where id_ = :municipality")
                .param("municipality", municipality)
                .query(String.class)
                .optional()
                .orElse(municipality);
    }
}
