package de.kreislaufstadt.guest;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.Identity.Sort;
import de.kreislaufstadt.process.PersonalTable;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** What ends by its day: rights and accounts at once for whoever asks, what is left of them every night. */
@Configuration(proxyBeanMethods = false)
class GuestRetention {

    /** Kind of personal data, and name of the setting that says how long it is kept. */
    static final String KIND = "external-accounts";

    /** Longer than any installation is down. */
    private static final int DAYS_LOOKED_BACK = 30;

    private final Rights rights;
    private final ExternalAccounts accounts;
    private final Municipalities municipalities;
    private final Clock clock;

    GuestRetention(Rights rights, ExternalAccounts accounts, Municipalities municipalities, Clock clock) {
        this.rights = rights;
        this.accounts = accounts;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    @Bean
    static PersonalTable singleRightsGo(NamedParameterJdbcTemplate jdbc) {
        return PersonalTable.of(jdbc, KIND, "single_right")
                .with("account", Sort.USER)
                .with("given_by", Sort.USER)
                .with("withdrawn_by", Sort.USER);
    }

    /** What people have claimed whose right has ended goes back to the department, and their sessions end. */
    @Scheduled(cron = "0 20 0 * * *", zone = "Europe/Berlin")
    void tidy() {
        LocalDate since = LocalDate.now(clock).minusDays(DAYS_LOOKED_BACK);
        municipalities.all().forEach(municipality -> rights.tidy(municipality, since));
        accounts.endSessions();
    }
}
