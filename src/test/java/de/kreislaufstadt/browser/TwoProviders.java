package de.kreislaufstadt.browser;

import de.kreislaufstadt.journey.City;
import de.kreislaufstadt.support.Keycloak;
import de.kreislaufstadt.support.KeycloakRealm;
import de.kreislaufstadt.support.KeycloakRealm.Person;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two cities that each have an identity provider, and the settings by which the application knows them. */
record TwoProviders(Keycloak keycloak, KeycloakRealm muenster, KeycloakRealm verbund) {

    private static final Person CLERK = new Person("muenster", List.of("amt-klima"));

    static TwoProviders starting(int applicationPort) {
        String application = "http://localhost:" + applicationPort;
        Map<String, Person> people = new HashMap<>();
        for (String user : List.of(
                "klima-clerk",
                "refreshed-clerk",
                "disabled-clerk",
                "ended-clerk",
                "other-clerk",
                "kept-clerk",
                "rest-clerk")) {
            people.put(user, CLERK);
        }
        people.put("leaving-clerk", new Person("muenster", List.of("amt-umwelt")));
        people.put("without-group", new Person("muenster", List.of()));
        people.put("other-group", new Person("muenster", List.of("kegelclub")));
        KeycloakRealm muenster = KeycloakRealm.of("muenster", application, people);
        KeycloakRealm verbund = KeycloakRealm.of(
                "verbund",
                application,
                Map.of(
                        "klima-clerk", new Person("musterhausen", List.of("klima")),
                        "claims-muenster", new Person("muenster", List.of("klima", "amt-klima")),
                        "claims-nowhere", new Person("nirgendwo", List.of("klima"))));
        return new TwoProviders(Keycloak.starting(City.freePort(), List.of(muenster, verbund)), muenster, verbund);
    }

    /** @return what an operator sets, and the second city's file */
    Map<String, String> settings(int applicationPort, Path... municipalities) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SERVER_PORT", String.valueOf(applicationPort));
        settings.put(
                "KREISLAUFSTADT_MUNICIPALITIES",
                String.join(
                        ",",
                        List.of(municipalities).stream()
                                .map(file -> file.toAbsolutePath().toString())
                                .toList()));
        settings.put("KREISLAUFSTADT_SIGNIN_RECHECK", "PT1S");
        provider(settings, muenster, "Amtskonto");
        settings.put("KREISLAUFSTADT_SIGNIN_PROVIDERS_MUENSTER_MUNICIPALITY", "muenster");
        provider(settings, verbund, "Verbund");
        settings.put("KREISLAUFSTADT_SIGNIN_PROVIDERS_VERBUND_MUNICIPALITYCLAIM", "family_name");
        settings.put("KREISLAUFSTADT_SIGNIN_PROVIDERS_VERBUND_MUNICIPALITIES", "musterhausen,nirgendwo");
        return settings;
    }

    private void provider(Map<String, String> settings, KeycloakRealm realm, String label) {
        String key = "KREISLAUFSTADT_SIGNIN_PROVIDERS_" + realm.name().toUpperCase(java.util.Locale.ROOT) + "_";
        settings.put(key + "ISSUER", keycloak.issuer(realm));
        settings.put(key + "CLIENTID", KeycloakRealm.CLIENT);
        settings.put(key + "CLIENTSECRET", realm.secret());
        settings.put(key + "LABEL", label);
        settings.put(key + "AUDIENCE", KeycloakRealm.AUDIENCE);
    }
}
