package de.kreislaufstadt.process.engine.privacy;

import de.kreislaufstadt.process.PersonalTexts;
import de.kreislaufstadt.process.TextColumns;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Texts and ids in the engine's tables, as far as their rows belong to a municipality. */
@Configuration(proxyBeanMethods = false)
class EngineTexts {

    private static final Set<String> USERS =
            Set.of("user_id_", "assignee_", "owner_", "start_user_id_", "create_user_id_", "assigner_id_");

    @Bean
    PersonalTexts textsOfTheEngine(NamedParameterJdbcTemplate jdbc) {
        return new PersonalTexts(
                jdbc,
                new TextColumns(
                        jdbc,
                        "camunda",
                        "tenant_id_",
                        USERS::contains,
                        column -> !column.endsWith("id_") && !column.endsWith("key_") && !column.endsWith("type_")));
    }
}
