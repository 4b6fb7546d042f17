package de.kreislaufstadt.credential;

import de.kreislaufstadt.process.RetentionRule;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Failed attempts go two days after the last one. They belong to no municipality; whichever is first on its turn lets them
 * go. Everything else of this module goes with its account.
 */
@Configuration(proxyBeanMethods = false)
class CredentialRetention {

    @Bean
    RetentionRule failedSignInsGo(JdbcClient jdbc) {
        return new WithoutMunicipality(jdbc, "failed_sign_in", "name_hash");
    }

    @Bean
    RetentionRule failingAddressesGo(JdbcClient jdbc) {
        return new WithoutMunicipality(jdbc, "failing_address", "address_hash");
    }

    private record WithoutMunicipality(JdbcClient jdbc, String table, String key) implements RetentionRule {

        private static final int AT_ONCE = 500;

        @Override
        public String kind() {
            return "sign-in";
        }

        @Override
        public String setting() {
            return null;
        }

        @Override
        public Set<String> tables() {
            return Set.of(table);
        }

        @Override
        public int forget(String municipality, LocalDate today) {
            return jdbc.sql(("delete from %1$s where %2$s in (select %2$s from %1$s where delete_on <= :today"
                                    + " limit :most for update skip locked)")
                            .formatted(table, key))
                    .param("today", today)
                    .param("most", AT_ONCE)
                    .update();
        }

        /** A block keeps records; who failed to sign in is none. */
        @Override
        public int heldBack(String municipality, LocalDate today) {
            return 0;
        }
    }
}
