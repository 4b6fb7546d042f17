package de.kreislaufstadt.security.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What claims mean: never more than the operator and the municipality's file have said. */
class ClaimedPeopleTest {

    private final RememberedPeople accounts = new RememberedPeople();
    private final ClaimedPeople people = Mapping.people(
            Mapping.settings(
                    Mapping.provider("fest", "https://a.invalid", "muenster", "", "groups"),
                    Mapping.provider("verbund", "https://b.invalid", "", "kommune", "realm_access.roles")),
            accounts);

    @Test
    void aGroupThatMeansSomethingLetsInAndOthersMeanNothing() {
        people.enter(
                "fest", claims(Map.of("groups", List.of("amt", "kegelclub", "musterhausen-klima", "camunda-admin"))));

        assertThat(accounts.entered).containsExactly("fest/1234 muenster [muenster-klima]");
        assertThat(accounts.name).isEqualTo("Sachbearbeitung Klima");
        assertThat(accounts.mail).isEqualTo("klima@stadt.invalid");
    }

    @Test
    void aFixedMunicipalityIsNotMovedByAClaim() {
        people.enter("fest", claims(Map.of("groups", "klima", "kommune", "musterhausen")));

        assertThat(accounts.entered).containsExactly("fest/1234 muenster [muenster-klima]");
    }

    @Test
    void aClaimNamesOneOfTheMunicipalitiesItMay() {
        people.enter(
                "verbund",
                claims(Map.of("kommune", "musterhausen", "realm_access", Map.of("roles", List.of("klima")))));

        assertThat(accounts.entered).containsExactly("verbund/1234 musterhausen [musterhausen-klima]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"muenster", "nirgendwo", "", "MUSTERHAUSEN", "musterhausen "})
    void anyOtherMunicipalityIsRefused(String municipality) {
        Map<String, Object> claims =
                claims(Map.of("kommune", municipality, "realm_access", Map.of("roles", List.of("klima", "amt"))));

        assertThatExceptionOfType(SignInRefused.class)
                .isThrownBy(() -> people.enter("verbund", claims))
                .extracting(SignInRefused::reason)
                .isEqualTo("unknownMunicipality");
        assertThat(accounts.entered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "kegelclub", "musterhausen-klima", "camunda-admin", "muenster-klima"})
    void withoutAGroupThatMeansSomethingWhatSomebodyHadIsTakenAway(String group) {
        assertThatExceptionOfType(SignInRefused.class)
                .isThrownBy(() -> people.enter("fest", claims(Map.of("groups", List.of(group)))))
                .extracting(SignInRefused::reason)
                .isEqualTo("noDepartment");
        assertThat(accounts.withdrawn).containsExactly("fest/1234");
        assertThat(accounts.entered).isEmpty();
    }

    @Test
    void whoIsLockedOutHereStaysSo() {
        accounts.disabled = true;

        assertThatExceptionOfType(SignInRefused.class)
                .isThrownBy(() -> people.enter("fest", claims(Map.of("groups", List.of("amt")))))
                .extracting(SignInRefused::reason)
                .isEqualTo("disabled");
    }

    @Test
    void namesAndAddressesAreTakenAsTheyCanBeShown() {
        people.enter(
                "fest",
                claims(Map.of(
                        "groups",
                        "amt",
                        "name",
                        "Sach\nbearbeitung " + "x".repeat(300),
                        "email",
                        "kein@postfach@hier")));
        assertThat(accounts.name).hasSize(120).startsWith("Sach bearbeitung x");
        assertThat(accounts.mail).isNull();

        people.enter("fest", claims(Map.of("groups", "amt", "name", " ", "email_verified", false)));
        assertThat(accounts.name).isEqualTo("1234");
        assertThat(accounts.mail).as("an address nobody has proved").isNull();
    }

    private static Map<String, Object> claims(Map<String, Object> more) {
        Map<String, Object> claims =
                new HashMap<>(Map.of("sub", "1234", "name", "Sachbearbeitung Klima", "email", "klima@stadt.invalid"));
        claims.putAll(more);
        return claims;
    }
}
