package de.kreislaufstadt.faults;

import de.kreislaufstadt.support.TestPostgres;
import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL on loopback with the two roles that the product needs. */
abstract class DatabaseServer implements AutoCloseable {

    abstract int port();

    final void createRoles() {
        for (String role : List.of(TestPostgres.OWNER, TestPostgres.APP)) {
            superuser("postgres")
                    .sql("create role " + role + " login password '" + TestPostgres.PASSWORD + "'")
                    .update();
        }
    }

    /** Creates an empty database. */
    final void create(String name) {
        superuser("postgres")
                .sql("create database " + name + " owner " + TestPostgres.OWNER)
                .update();
    }

    /** A connection for each statement, past all wires. */
    final JdbcClient superuser(String database) {
        return JdbcClient.create(source(database));
    }

    final DriverManagerDataSource source(String database) {
        return new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + port() + "/" + database + "?stringtype=unspecified",
                "postgres",
                "postgres");
    }

    @Override
    public abstract void close() throws IOException;
}
