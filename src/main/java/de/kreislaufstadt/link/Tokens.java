package de.kreislaufstadt.link;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Signs what a link or a form says and reads it back. One algorithm only, whatever a token claims, and a symmetric one on purpose:
 * the same content gives the same token, so that a link can be the same for everybody.
 */
@Component
public class Tokens {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final String MUNICIPALITY = "m";

    /** Ours have about 300 characters. */
    private static final int LONGEST = 1000;

    private final LinkKeys keys;
    private final Clock clock;

    Tokens(LinkKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What a token says.
     *
     * @param claims texts by their short names; nothing about the person who holds the token
     */
    public record Content(String municipality, Map<String, String> claims) {

        /** The claims may not be changed afterwards. */
        public Content {
            claims = Map.copyOf(claims);
        }
    }

    /**
     * @param purpose what the token is for; one for another purpose is worth nothing there
     * @param end from when on it is worth nothing, in whole seconds
     */
    public String sign(String purpose, Content content, Instant end) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder().audience(purpose).claim(MUNICIPALITY, content.municipality());
        new TreeMap<>(content.claims()).descendingMap().forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader(ALGORITHM), claims.expirationTime(Date.from(end)).build());
        try {
            token.sign(new MACSigner(keys.of(content.municipality())));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key does not fit the algorithm", e);
        }
        return token.serialize();
    }

    /** @return what the token says; empty for one that is forged, expired, or meant for something else */
    public Optional<Content> read(String purpose, String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT signed = SignedJWT.parse(token);
            // The key is chosen by an unproven claim; another municipality's key then refuses the signature.
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            String municipality = claims.getStringClaim(MUNICIPALITY);
            Optional<byte[]> key = municipality == null ? Optional.empty() : keys.find(municipality);
            if (key.isEmpty()
                    || !ALGORITHM.equals(signed.getHeader().getAlgorithm())
                    || !signed.verify(new MACVerifier(key.get()))
                    || !claims.getAudience().equals(List.of(purpose))
                    || claims.getExpirationTime() == null
                    || !clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
                return Optional.empty();
            }
            return Optional.of(content(municipality, claims));
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Content content(String municipality, JWTClaimsSet claims) {
        Map<String, String> texts = new TreeMap<>();
        claims.getClaims().forEach((name, value) -> {
            if (value instanceof String text && !name.equals(MUNICIPALITY)) {
                texts.put(name, text);
            }
        });
        return new Content(municipality, texts);
    }

    /** @return what stands for the text where the text itself must not be kept; nobody without the municipality's key finds it out */
    public String hidden(String municipality, String purpose, String text) {
        return HexFormat.of().formatHex(LinkKeys.mac(keys.of(municipality), purpose + " " + text));
    }
}
