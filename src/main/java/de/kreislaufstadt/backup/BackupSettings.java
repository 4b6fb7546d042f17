package de.kreislaufstadt.backup;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The database as the application's own settings name it, and its migrations, and nothing else of the application: a database is
 * backed up as it is, also by a release that would change it when it starts. Nothing looks for this class, so the
 * application does not become what is said here.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(
        basePackages = "de.kreislaufstadt",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class))
class BackupSettings {

    /** By which a restore tells its own connections from those of people at work. */
    private static final String OURSELVES = "kreislaufstadt-backup";

    @Bean
    FlywayMigrationStrategy nothingMigrates() {
        return flyway -> {};
    }

    /** @throws BackupRefused if no database is named */
    static ConfigurableApplicationContext open() {
        String[] arguments = {
            "--logging.level.root=off",
            "--spring.main.lazy-initialization=true",
            "--spring.datasource.hikari.minimum-idle=0",
            "--spring.datasource.hikari.data-source-properties.socketTimeout=0",
            "--spring.datasource.hikari.data-source-properties.ApplicationName=" + OURSELVES
        };
        ConfigurableApplicationContext context = new SpringApplicationBuilder(BackupSettings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(arguments);
        if (context.getEnvironment().getProperty("spring.datasource.url", "").isBlank()) {
            context.close();
            throw new BackupRefused("no-database");
        }
        return context;
    }

    /** @return signed in as the role that owns the tables */
    static Connection owner(Flyway flyway) throws SQLException {
        Connection connection = flyway.getConfiguration().getDataSource().getConnection();
        connection.setClientInfo("ApplicationName", OURSELVES);
        Rows.settle(connection);
        return connection;
    }
}
