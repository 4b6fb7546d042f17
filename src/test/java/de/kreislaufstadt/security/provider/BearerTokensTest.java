package de.kreislaufstadt.security.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Tokens of a provider with keys of its own: what is not signed by them, for us, and valid now lets nobody in. */
class BearerTokensTest {

    private static RSAKey key;
    private static RSAKey foreignKey;
    private static HttpServer server;
    private static String issuer;

    private final RememberedPeople people = new RememberedPeople();
    private final Accounts accounts = mock(Accounts.class);
    private final ProviderSettings settings =
            Mapping.settings(Mapping.provider("fest", issuer, "muenster", "", "groups"));
    private final Registrations registrations = new Registrations(settings, new ProviderHttp(Clock.systemUTC()));
    private final BearerTokens tokens = new BearerTokens(
            settings,
            registrations,
            new ProviderHttp(Clock.systemUTC()),
            Mapping.people(settings, people),
            accounts,
            Clock.systemUTC());
    private final BackChannel backChannel =
            new BackChannel(settings, registrations, new ProviderHttp(Clock.systemUTC()), people);

    @BeforeAll
    static void aProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("eins").generate();
        foreignKey = new RSAKeyGenerator(2048).keyID("eins").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort() + "/stadt";
        serve("/stadt/.well-known/openid-configuration", """
                        {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                         "jwks_uri": "%1$s/keys", "response_types_supported": ["code"],
                         "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                        """.formatted(issuer));
        serve("/stadt/keys", new JWKSet(key).toPublicJWKSet().toString());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aTokenOfTheProviderForUsLetsIn() {
        Authentication person = enter(signed(key, claims -> claims));

        assertThat(person.getPrincipal())
                .isEqualTo(new Login("p-1234", List.of("muenster-klima"), List.of("muenster")));
        assertThat(people.entered).containsExactly("fest/1234 muenster [muenster-klima]");
    }

    @Test
    void withTheNextRequestTheAccountIsAskedForAgain() {
        String token = signed(key, claims -> claims);
        when(accounts.loginOf("p-1234"))
                .thenReturn(Optional.of(new Login("p-1234", List.of(), List.of())))
                .thenReturn(Optional.empty());
        enter(token);

        assertThat(enter(token).isAuthenticated()).isTrue();
        assertRefused(token);
        assertThat(people.entered).hasSize(1);
    }

    @Test
    void forgedExpiredForeignAndUnsignedTokensLetNobodyIn() throws JOSEException {
        assertRefused(signed(foreignKey, claims -> claims));
        assertRefused(signed(key, claims -> claims.expirationTime(ago(Duration.ofMinutes(1)))));
        assertRefused(signed(key, claims -> claims.expirationTime(null)));
        assertRefused(signed(key, claims -> claims.notBeforeTime(ago(Duration.ofMinutes(-5)))));
        assertRefused(signed(key, claims -> claims.audience("account")));
        assertRefused(signed(key, claims -> claims.audience("kreislaufstadt")));
        assertRefused(signed(key, claims -> claims.audience((String) null)));
        assertRefused(signed(key, claims -> claims.issuer(issuer + "/andere")));
        assertRefused(signed(key, claims -> claims.subject(null)));
        assertRefused(new PlainJWT(claims().build()).serialize());
        // The public key of the provider, taken for a secret that both sides know.
        assertRefused(
                signed(JWSAlgorithm.HS256, new MACSigner(key.toRSAPublicKey().getEncoded()), claims -> claims));
        String right = signed(key, claims -> claims);
        assertRefused(right.substring(0, right.lastIndexOf('.') + 1));
        assertRefused("x");
        assertThat(people.entered).isEmpty();
    }

    @Test
    void onlyWhomTheOperatorKnowsIsAProvider() {
        assertThat(tokens.keyOf(issuer)).contains("fest");
        assertThat(tokens.keyOf("https://boese.invalid")).isEmpty();
        assertThat(tokens.keyOf(issuer + "/")).isEmpty();
    }

    @Test
    void aLogoutTokenEndsTheSessionItNamesAndAnyOtherTokenEndsNothing() {
        String event = "http://schemas.openid.net/event/backchannel-logout";
        UnaryOperator<JWTClaimsSet.Builder> logout = claims -> claims.audience("kreislaufstadt")
                .claim("events", Map.of(event, Map.of()))
                .claim("sid", "abc");

        assertThat(end(signed(foreignKey, logout))).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(end(signed(key, claims -> logout.apply(claims).claim("nonce", "n"))))
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(end(signed(key, claims -> logout.apply(claims).audience("andere"))))
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(end(signed(key, claims -> logout.apply(claims).claim("events", Map.of()))))
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(end(signed(key, claims -> logout.apply(claims).expirationTime(ago(Duration.ofMinutes(2))))))
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(end("")).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(people.ended).isEmpty();

        assertThat(end(signed(key, logout))).isEqualTo(HttpStatus.OK);
        assertThat(end(signed(key, claims -> logout.apply(claims).claim("sid", null))))
                .isEqualTo(HttpStatus.OK);
        assertThat(people.ended).containsExactly("fest/abc", "fest/sub:1234");
    }

    @Test
    void aProviderThatIsAwayStopsNobodyElse() {
        Provider away = Mapping.provider("fern", "http://localhost:1/stadt", "muenster", "", "groups");
        Registrations both = new Registrations(
                Mapping.settings(away, Mapping.provider("fest", issuer, "muenster", "", "groups")),
                new ProviderHttp(Clock.systemUTC()));

        assertThatExceptionOfType(ProviderUnreachable.class).isThrownBy(() -> both.findByRegistrationId("fern"));
        assertThat(both.findByRegistrationId("fest").getClientId()).isEqualTo("kreislaufstadt");
        assertThat(both.findByRegistrationId("gibt-es-nicht")).isNull();
    }

    private HttpStatus end(String token) {
        return HttpStatus.valueOf(backChannel.end("fest", token).getStatusCode().value());
    }

    private Authentication enter(String token) {
        return tokens.authenticate("fest", new BearerTokenAuthenticationToken(token));
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(AuthenticationException.class)
                .as(token)
                .isThrownBy(() -> enter(token))
                .withMessage("Refused");
    }

    private static String signed(RSAKey by, UnaryOperator<JWTClaimsSet.Builder> changed) {
        try {
            return signed(JWSAlgorithm.RS256, new RSASSASigner(by), changed);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(
            JWSAlgorithm algorithm, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> changed) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID("eins").build(),
                    changed.apply(claims()).build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("1234")
                .audience("kreislaufstadt-rest")
                .issueTime(ago(Duration.ofSeconds(5)))
                .expirationTime(ago(Duration.ofMinutes(-5)))
                .claim("name", "Sachbearbeitung Klima")
                .claim("groups", List.of("amt"));
    }

    private static Date ago(Duration time) {
        return Date.from(Instant.now().minus(time));
    }

    private static void serve(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
