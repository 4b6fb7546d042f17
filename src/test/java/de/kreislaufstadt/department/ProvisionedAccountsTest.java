package de.kreislaufstadt.department;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Passwords;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ProvisionedAccountsTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Test
    void peopleOfTheFileLogInWithTheirGroupsAndTheirTenant() {
        assertThat(accounts.loginOf("wfm-leitung")).hasValueSatisfying(login -> {
            assertThat(login.tenants()).containsExactly(Office.MUNICIPALITY);
            assertThat(login.groups())
                    .containsExactlyInAnyOrder(
                            "muenster-wfm", "muenster-wfm-head", "muenster-staff", "muenster-managers");
        });
    }

    @Test
    void withoutInitialPasswordNobodyLogsInAndNothingBreaks() {
        accounts.ensurePerson(Office.MUNICIPALITY, "ohne-passwort", "Ohne Passwort", List.of("muenster-staff"), null);
        assertThat(passwords.matches("ohne-passwort", "")).isFalse();
        assertThat(passwords.matches("ohne-passwort", "null")).isFalse();
    }

    @Test
    void whoIsRemovedCannotLogIn() {
        accounts.ensurePerson(Office.MUNICIPALITY, "geht", "Geht", List.of("muenster-staff"), TestDatabase.PASSWORD);
        assertThat(passwords.matches("geht", TestDatabase.PASSWORD)).isTrue();
        accounts.removePerson(Office.MUNICIPALITY, "geht");
        assertThat(passwords.matches("geht", TestDatabase.PASSWORD)).isFalse();
        assertThat(accounts.loginOf("geht")).isEmpty();
    }
}
