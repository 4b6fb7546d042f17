package de.kreislaufstadt.process.engine;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables with the scripts in the engine's own jar, in the schema {@code camunda}. Flyway's lock makes
 * several instances that start on an empty database wait for each other, which the engine's own schema update does not.
 */
@Component
class V001__Engine_tables extends BaseJavaMigration {

    static final String SCHEMA = "camunda";

    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path to " + SCHEMA);
            for (String part : SCRIPTS) {
                String script = "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql";
                ScriptUtils.executeSqlScript(connection, new EncodedResource(new ClassPathResource(script)));
            }
            statement.execute("set search_path to kreislaufstadt, " + SCHEMA);
        }
    }
}
