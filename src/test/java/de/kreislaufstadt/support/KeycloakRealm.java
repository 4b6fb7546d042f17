package de.kreislaufstadt.support;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A realm as a city would set it up: one client, groups in its tokens, and people who are roles. Secrets are made for this run.
 *
 * @param name of the realm, and key of the provider in the application's settings
 * @param application address of the application
 * @param people groups by user name; the last name is what a claim for the municipality says
 */
public record KeycloakRealm(
        String name, String application, String secret, String password, Map<String, Person> people) {

    public static final String CLIENT = "kreislaufstadt";
    public static final String AUDIENCE = "kreislaufstadt-rest";

    private static final JsonMapper JSON = new JsonMapper();

    /** @param municipality what the claim {@code family_name} says, since it is there in every Keycloak */
    public record Person(String municipality, List<String> groups) {}

    public static KeycloakRealm of(String name, String application, Map<String, Person> people) {
        return new KeycloakRealm(
                name,
                application,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                people);
    }

    String json() {
        ObjectNode realm = JSON.createObjectNode();
        realm.put("realm", name).put("enabled", true).put("sslRequired", "none");
        ObjectNode client = realm.putArray("clients").addObject();
        client.put("clientId", CLIENT)
                .put("secret", secret)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", true);
        client.putArray("redirectUris").add(application + "/anmelden/antwort/" + name);
        client.putObject("attributes")
                .put("pkce.code.challenge.method", "S256")
                .put("post.logout.redirect.uris", application + "/anmelden/abgemeldet")
                .put("backchannel.logout.url", application + "/anmelden/ende/" + name)
                .put("backchannel.logout.session.required", "true");
        ArrayNode mappers = client.putArray("protocolMappers");
        mapper(mappers, "groups", "oidc-group-membership-mapper")
                .put("full.path", "false")
                .put("claim.name", "groups")
                .put("id.token.claim", "true")
                .put("access.token.claim", "true")
                .put("userinfo.token.claim", "true");
        mapper(mappers, "audience", "oidc-audience-mapper")
                .put("included.custom.audience", AUDIENCE)
                .put("access.token.claim", "true");
        ArrayNode groups = realm.putArray("groups");
        new TreeSet<>(people.values().stream()
                        .flatMap(person -> person.groups().stream())
                        .toList())
                .forEach(group -> groups.addObject().put("name", group));
        ArrayNode users = realm.putArray("users");
        people.forEach((user, person) -> {
            ObjectNode account = users.addObject()
                    .put("username", user)
                    .put("enabled", true)
                    .put("firstName", "Sachbearbeitung")
                    .put("lastName", person.municipality())
                    .put("email", user + "@stadt.invalid")
                    .put("emailVerified", true);
            account.putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", password)
                    .put("temporary", false);
            ArrayNode member = account.putArray("groups");
            person.groups().forEach(group -> member.add("/" + group));
        });
        return realm.toPrettyString();
    }

    private static ObjectNode mapper(ArrayNode mappers, String name, String kind) {
        return mappers.addObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", kind)
                .putObject("config");
    }
}
