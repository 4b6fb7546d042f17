package de.kreislaufstadt.account;

import de.kreislaufstadt.process.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Where an account comes from belongs to the municipalities it is a member of, and goes with the account. */
@Configuration(proxyBeanMethods = false)
class AccountRetention {

    @Bean
    PersonalTable originsOfAccounts(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, "accounts", "account").ofAccount("id");
    }
}
