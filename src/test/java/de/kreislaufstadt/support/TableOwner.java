package de.kreislaufstadt.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.env.Environment;

/** Whoever owns the tables, which the application does not: takes rights from it, and gives them back. */
public final class TableOwner {

    private final Environment environment;

    /** @param environment of the application whose database it is */
    public TableOwner(Environment environment) {
        this.environment = environment;
    }

    /** Lets nobody read any more whether public pages are still true, until it is given back. */
    public void hidesStamps() {
        does("revoke select on kreislaufstadt.released_stamp from " + TestPostgres.APP);
    }

    public void showsStamps() {
        does("grant select on kreislaufstadt.released_stamp to " + TestPostgres.APP);
    }

    private void does(String statement) {
        try (Connection owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getProperty("spring.flyway.password"));
                Statement change = owner.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
