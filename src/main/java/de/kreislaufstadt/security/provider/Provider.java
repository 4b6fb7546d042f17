package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An identity provider as the operator has set it.
 *
 * @param issuer its address; everything else it says of itself. https, but for a provider on the same machine
 * @param clientSecret empty for a public client; PKCE is used anyway
 * @param clientSecretFile file that holds the secret instead
 * @param label what the button on the sign-in page says
 * @param municipality the one it speaks for; empty if a claim says so
 * @param municipalityClaim claim that names the municipality; empty if it is fixed
 * @param municipalities the only ones the claim may name
 * @param groupsClaim claim with the person's groups, with dots into objects, e.g. {@code realm_access.roles}
 * @param nameClaim claim with what colleagues read
 * @param mailClaim claim with the address of notices; empty if notices are not to go there
 * @param audience what its tokens over REST must be made for; empty if there are none
 */
record Provider(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String clientSecretFile,
        @DefaultValue("") String label,
        @DefaultValue("") String municipality,
        @DefaultValue("") String municipalityClaim,
        @DefaultValue({}) List<String> municipalities,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("name") String nameClaim,
        @DefaultValue("email") String mailClaim,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("") String audience) {

    private static final Pattern SAFE_ISSUER =
            Pattern.compile("https://\\S+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/\\S*)?");

    /** @throws StartRefused with the setting and what is wrong with it */
    void check(String place) {
        require(SAFE_ISSUER.matcher(issuer).matches(), place + ".issuer", "eine Adresse mit https://");
        require(!clientId.isBlank(), place + ".client-id", "die Kennung, unter der der Anbieter uns kennt");
        require(!label.isBlank(), place + ".label", "die Aufschrift der Schaltfläche auf der Anmeldeseite");
        require(
                clientSecret.isBlank() || clientSecretFile.isBlank(),
                place + ".client-secret",
                "nicht zugleich client-secret-file");
        require(
                municipality.isBlank() != municipalityClaim.isBlank(),
                place + ".municipality",
                "entweder municipality oder municipality-claim");
        require(
                municipalityClaim.isBlank() || !municipalities.isEmpty(),
                place + ".municipalities",
                "die Kommunen, die municipality-claim nennen darf");
        require(!audience.equals(clientId), place + ".audience", "etwas anderes als client-id");
        require(scopes.contains("openid"), place + ".scopes", "mit openid");
    }

    /** @return the secret, wherever it stands; null for a public client */
    String secret() {
        if (clientSecretFile.isBlank()) {
            return clientSecret.isBlank() ? null : clientSecret;
        }
        try {
            return Files.readString(Path.of(clientSecretFile)).strip();
        } catch (IOException e) {
            throw new StartRefused("client-secret-file ist nicht lesbar: " + clientSecretFile);
        }
    }

    private static void require(boolean holds, String place, String expected) {
        if (!holds) {
            throw new StartRefused(place + ": erwartet " + expected);
        }
    }
}
