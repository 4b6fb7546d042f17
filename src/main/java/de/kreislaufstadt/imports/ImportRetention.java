package de.kreislaufstadt.imports;

import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reports of imports go with all their rows; an import that nobody has applied goes as soon as a draft, with its files. Whoever
 * began one stays as an id: what became of the city's records has to be provable.
 */
@Configuration(proxyBeanMethods = false)
class ImportRetention {

    /** Kind of data, and what its period is called. */
    static final String KIND = "import-reports";

    /** Period of imports that nobody has applied. */
    static final String DRAFTS = "drafts";

    @Bean
    PersonalTable importsGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, KIND, "import_run");
    }
}
