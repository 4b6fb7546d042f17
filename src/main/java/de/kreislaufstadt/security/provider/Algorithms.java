package de.kreislaufstadt.security.provider;

import java.time.Duration;
import java.util.Set;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Whose signature a provider's tokens must bear: one of its own keys, with an algorithm that only its holder can use. */
final class Algorithms {

    /** How far clocks may be apart. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private static final Set<SignatureAlgorithm> ASYMMETRIC = Set.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512);

    private Algorithms() {}

    /** @return a decoder that still needs its validator; neither {@code none} nor a shared secret passes it */
    static NimbusJwtDecoder decoder(String keys, ProviderHttp http) {
        return NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(http.operations())
                .jwsAlgorithms(allowed -> allowed.addAll(ASYMMETRIC))
                // Its own kinds of tokens have types of their own; what they are for is seen by their claims.
                .validateType(false)
                .build();
    }
}
