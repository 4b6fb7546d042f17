package de.kreislaufstadt.security.provider;

import de.kreislaufstadt.account.PersonAccounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ends the sessions that a provider says have ended (OpenID Connect Back-Channel Logout 1.0). It is written into the database, so
 * that it holds on every node with the session's next request; no node has to call another.
 */
@RestController
class BackChannel {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final ProviderSettings settings;
    private final Registrations registrations;
    private final ProviderHttp http;
    private final PersonAccounts accounts;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    BackChannel(ProviderSettings settings, Registrations registrations, ProviderHttp http, PersonAccounts accounts) {
        this.settings = settings;
        this.registrations = registrations;
        this.http = http;
        this.accounts = accounts;
    }

    @PostMapping(ProviderWays.END + "{provider}")
    ResponseEntity<Map<String, String>> end(
            @PathVariable String provider, @RequestParam(name = "logout_token", defaultValue = "") String token) {
        if (!settings.providers().containsKey(provider) || !ends(provider, token)) {
            return answer(HttpStatus.BAD_REQUEST).body(Map.of("error", "invalid_request"));
        }
        return answer(HttpStatus.OK).build();
    }

    private boolean ends(String provider, String token) {
        try {
            Jwt logout = decoders.computeIfAbsent(provider, this::decoder).decode(token);
            String sid = logout.getClaimAsString("sid");
            if (sid != null) {
                accounts.endSession(provider, sid);
            } else if (logout.getSubject() != null) {
                accounts.endSessionsOf(provider, logout.getSubject());
            }
            return sid != null || logout.getSubject() != null;
        } catch (JwtException | ProviderUnreachable e) {
            return false;
        }
    }

    private JwtDecoder decoder(String key) {
        Provider provider = settings.providers().get(key);
        NimbusJwtDecoder decoder = Algorithms.decoder(
                registrations.findByRegistrationId(key).getProviderDetails().getJwkSetUri(), http);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Algorithms.CLOCK_SKEW),
                new JwtIssuerValidator(provider.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(provider.clientId())),
                new JwtClaimValidator<Instant>(JwtClaimNames.IAT, issued -> issued != null),
                new JwtClaimValidator<Map<String, Object>>(
                        "events", events -> events != null && events.containsKey(EVENT)),
                // A token that signs somebody in has one: it must not pass for one that signs them out.
                new JwtClaimValidator<>("nonce", nonce -> nonce == null)));
        return decoder;
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
