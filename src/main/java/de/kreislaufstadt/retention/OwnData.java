package de.kreislaufstadt.retention;

import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import de.kreislaufstadt.process.PersonalTexts;
import de.kreislaufstadt.process.TextColumns;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What this module itself keeps of people: blocks until some time after they were lifted, whose they are until then. */
@Configuration(proxyBeanMethods = false)
class OwnData {

    @Bean
    PersonalTable blocksGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "blocks", "data_block").measure("t.measure_id");
    }

    /**
     * Columns that end in {@code _by} hold ids of accounts; every other text may name somebody. What was logged cannot be
     * changed, only erased: the log of actions does that itself.
     */
    @Bean
    PersonalTexts textsOfTheApplication(NamedParameterJdbcTemplate jdbc) {
        return new PersonalTexts(
                jdbc,
                new TextColumns(
                        jdbc,
                        "kreislaufstadt",
                        "municipality_id",
                        column -> column.endsWith("_by"),
                        column -> !column.endsWith("_key")
                                && !Set.of("purpose", "logged").contains(column)));
    }

    @Bean
    PersonalTable whoIsBlocked(NamedParameterJdbcTemplate jdbc) {
        PersonalTable terms =
                PersonalTable.of(jdbc, "blocks", "data_block_term").undated();
        for (Sort sort : Sort.values()) {
            terms.through("(case when t.sort = '" + sort + "' then t.term end)", sort);
        }
        return terms;
    }
}
