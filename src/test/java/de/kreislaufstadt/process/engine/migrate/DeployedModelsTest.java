package de.kreislaufstadt.process.engine.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A node of an older release starts beside newer ones: it goes on with the newer schema, and its models do not become the newest. */
class DeployedModelsTest {

    @Test
    void aNodeIsBehindOnceAReleaseThatItDoesNotKnowHasMigrated() {
        DriverManagerDataSource database = TestPostgres.databaseOf("410");
        TestPostgres.migrateOn(database);
        assertThat(DeployedModels.isBehind(TestPostgres.migrations(database))).isFalse();

        JdbcClient.create(database).sql("""
                        insert into flyway_schema_history
                        select max(installed_rank) + 1, '9999', 'of a later release', 'SQL', 'V9999__later.sql', 1, current_user, now(), 1, true
                        from flyway_schema_history
                        """).update();

        assertThat(DeployedModels.isBehind(TestPostgres.migrations(database))).isTrue();
        TestPostgres.migrateOn(database);
    }

    @Test
    void aNodeThatHasYetToMigrateIsNotBehind() {
        assertThat(DeployedModels.isBehind(TestPostgres.migrations(TestPostgres.databaseOf("410"))))
                .isFalse();
    }
}
