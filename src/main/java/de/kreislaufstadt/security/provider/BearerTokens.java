package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Accounts.Login;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Lets in programs with a provider's access token. What the token claims is mapped as at the sign-in page; for a minute the same
 * token is not mapped again, while whether the account is disabled and its groups are read with every request.
 */
@Component
class BearerTokens {

    private static final Duration MAPPED_FOR = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 1000;

    private final ProviderSettings settings;
    private final Registrations registrations;
    private final ProviderHttp http;
    private final ClaimedPeople people;
    private final Accounts accounts;
    private final Clock clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
    private final Map<String, Mapped> mapped = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mapped> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    BearerTokens(
            ProviderSettings settings,
            Registrations registrations,
            ProviderHttp http,
            ClaimedPeople people,
            Accounts accounts,
            Clock clock) {
        this.settings = settings;
        this.registrations = registrations;
        this.http = http;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Mapped(String user, Instant until) {}

    /** @return key of the provider whose tokens have this issuer and are taken over REST */
    Optional<String> keyOf(String issuer) {
        return settings.providers().entrySet().stream()
                .filter(entry -> entry.getValue().issuer().equals(issuer)
                        && !entry.getValue().audience().isBlank())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** @throws AuthenticationException if the token is not one of this provider's, for us, and valid now */
    Authentication authenticate(String key, Authentication bearer) {
        String token = ((BearerTokenAuthenticationToken) bearer).getToken();
        try {
            Jwt jwt = decoders.computeIfAbsent(key, this::decoder).decode(token);
            Login login = login(key, token, jwt.getClaims());
            return UsernamePasswordAuthenticationToken.authenticated(
                    login,
                    null,
                    login.groups().stream().map(SimpleGrantedAuthority::new).toList());
        } catch (JwtException | ProviderUnreachable | SignInRefused e) {
            throw new InvalidBearerTokenException("Refused");
        }
    }

    private Login login(String key, String token, Map<String, Object> claims) {
        String fingerprint = key + ':' + fingerprint(token);
        Mapped known = mapped.get(fingerprint);
        if (known != null && clock.instant().isBefore(known.until())) {
            return accounts.loginOf(known.user()).orElseThrow(() -> new SignInRefused("disabled"));
        }
        Login login = people.enter(key, claims);
        mapped.put(fingerprint, new Mapped(login.user(), clock.instant().plus(MAPPED_FOR)));
        return login;
    }

    private JwtDecoder decoder(String key) {
        Provider provider = settings.providers().get(key);
        NimbusJwtDecoder decoder = Algorithms.decoder(
                registrations.findByRegistrationId(key).getProviderDetails().getJwkSetUri(), http);
        JwtTimestampValidator times = new JwtTimestampValidator(Algorithms.CLOCK_SKEW);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(provider.issuer()),
                new JwtClaimValidator<Instant>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(provider.audience()))));
        return decoder;
    }

    /** Tokens themselves are not kept. */
    private static String fingerprint(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
