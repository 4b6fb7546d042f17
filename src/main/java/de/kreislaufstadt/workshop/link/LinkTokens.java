package de.kreislaufstadt.workshop.link;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Signs what a link says and reads it back. One algorithm only, whatever a token claims, and a symmetric one on purpose: the
 * same content gives the same token, so that the link to the anonymous evaluation is the same for everybody.
 */
@Component
public class LinkTokens {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String MUNICIPALITY = "m";
    private static final String WORKSHOP = "w";
    private static final String INVITATION = "i";

    /** Ours have about 300 characters. */
    private static final int LONGEST = 1000;

    private final LinkKeys keys;
    private final Clock clock;

    LinkTokens(LinkKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @param lastDay last day on which the token is valid, to its end in Europe/Berlin */
    String sign(Link link, LocalDate lastDay) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .audience(link.purpose().path())
                .claim(MUNICIPALITY, link.municipality())
                .claim(WORKSHOP, link.workshop().toString())
                .expirationTime(Date.from(lastDay.plusDays(1).atStartOfDay(ZONE).toInstant()));
        if (link.invitation() != null) {
            claims.claim(INVITATION, link.invitation().toString());
        }
        SignedJWT token = new SignedJWT(new JWSHeader(ALGORITHM), claims.build());
        try {
            token.sign(new MACSigner(keys.of(link.municipality())));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key does not fit the algorithm", e);
        }
        return token.serialize();
    }

    /** @return what the token says; empty for one that is forged, expired, or meant for something else */
    public Optional<Link> read(LinkPurpose purpose, String token) {
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
                    || !claims.getAudience().equals(List.of(purpose.path()))
                    || claims.getExpirationTime() == null
                    || !clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
                return Optional.empty();
            }
            String invitation = claims.getStringClaim(INVITATION);
            return Optional.of(new Link(
                    purpose,
                    municipality,
                    UUID.fromString(claims.getStringClaim(WORKSHOP)),
                    invitation == null ? null : UUID.fromString(invitation)));
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
