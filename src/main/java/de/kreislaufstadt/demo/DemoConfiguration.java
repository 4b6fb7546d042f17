package de.kreislaufstadt.demo;

import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Gives the application a database where production is given an address: everything else, pool, migration and roles, is
 * the same.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    static DemoStart demoStart() {
        return new DemoStart();
    }

    @Bean
    DemoDatabase demoDatabase(DemoStart start) {
        return DemoDatabase.start(start.directory(), start.secrets());
    }

    @Bean
    JdbcConnectionDetails demoConnection(DemoDatabase database, DemoStart start) {
        return new Connection(
                database.jdbcUrl(), DemoDatabase.APP, start.secrets().app());
    }

    @Bean
    FlywayConnectionDetails demoMigration(DemoDatabase database, DemoStart start) {
        return new Migration(
                database.jdbcUrl(), DemoDatabase.OWNER, start.secrets().owner());
    }

    private record Connection(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private record Migration(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}
}
