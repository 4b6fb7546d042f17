package de.kreislaufstadt.workshop.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import de.kreislaufstadt.workshop.WorkshopRoom;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which tokens open a page, and which do not. */
class LinkTokensTest {

    private static final UUID WORKSHOP = UUID.randomUUID();
    private static final UUID INVITATION = UUID.randomUUID();
    private static final Link LINK = new Link(LinkPurpose.ANSWER, WorkshopRoom.CITY, WORKSHOP, INVITATION);

    private static WorkshopRoom room;
    private LinkTokens tokens;

    @BeforeAll
    static void open() {
        room = new WorkshopRoom();
    }

    @BeforeEach
    void clear() {
        room.clear();
        tokens = room.bean(LinkTokens.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void aTokenIsReadAsItWasSignedAndNamesNobody() {
        String token = tokens.sign(LINK, WorkshopRoom.TODAY);

        assertThat(tokens.read(LinkPurpose.ANSWER, token)).contains(LINK);
        assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
                .contains(INVITATION.toString())
                .doesNotContain("@", "Handwerk");
    }

    @Test
    void aTokenIsValidToTheEndOfItsLastDay() {
        String token = tokens.sign(LINK, WorkshopRoom.TODAY.plusDays(3));

        room.clock.set(WorkshopRoom.TODAY.plusDays(3));
        assertThat(tokens.read(LinkPurpose.ANSWER, token)).isPresent();
        room.clock.set(WorkshopRoom.TODAY.plusDays(4));
        assertThat(tokens.read(LinkPurpose.ANSWER, token)).isEmpty();
    }

    @Test
    void aTokenOpensNothingButItsOwnPage() {
        String token = tokens.sign(LINK, WorkshopRoom.TODAY);

        assertThat(tokens.read(LinkPurpose.OBJECTION, token)).isEmpty();
        assertThat(tokens.read(LinkPurpose.EVALUATION, token)).isEmpty();
    }

    @Test
    void whatWasNotSignedWithTheMunicipalitysKeyIsWorthNothing() throws JOSEException {
        tokens.sign(LINK, WorkshopRoom.TODAY);
        JWTClaimsSet claims = claims(WorkshopRoom.CITY).build();

        assertThat(tokens.read(LinkPurpose.ANSWER, signed(claims, new byte[32])))
                .isEmpty();
        assertThat(tokens.read(LinkPurpose.ANSWER, new PlainJWT(claims).serialize()))
                .as("alg none")
                .isEmpty();
        assertThat(tokens.read(LinkPurpose.ANSWER, "")).isEmpty();
        assertThat(tokens.read(LinkPurpose.ANSWER, "a.b.c")).isEmpty();
        assertThat(tokens.read(LinkPurpose.ANSWER, "x".repeat(5000))).isEmpty();
    }

    @Test
    void everyChangedCharacterSpoilsTheToken() {
        String token = tokens.sign(LINK, WorkshopRoom.TODAY);

        for (int i = 0; i < token.length(); i++) {
            // The last character of the signature carries bits that count for nothing.
            if (i != token.length() - 1) {
                String other = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
                assertThat(tokens.read(LinkPurpose.ANSWER, other))
                        .as("character %d", i)
                        .isEmpty();
            }
        }
    }

    @Test
    void aTokenWithoutEndIsRefused() throws JOSEException {
        tokens.sign(LINK, WorkshopRoom.TODAY);
        byte[] key = key(WorkshopRoom.CITY);

        assertThat(tokens.read(
                        LinkPurpose.ANSWER, signed(claims(WorkshopRoom.CITY).build(), key)))
                .contains(LINK);
        assertThat(tokens.read(
                        LinkPurpose.ANSWER,
                        signed(claims(WorkshopRoom.CITY).expirationTime(null).build(), key)))
                .isEmpty();
    }

    @Test
    void theKeyOfOneMunicipalityOpensNothingOfAnother() throws JOSEException {
        room.jdbc
                .sql("insert into municipality (id, name, official_key, federal_state)"
                        + " values ('bottrop', 'Bottrop', '05512000', 'NW') on conflict do nothing")
                .update();
        tokens.sign(LINK, WorkshopRoom.TODAY);
        tokens.sign(new Link(LinkPurpose.ANSWER, "bottrop", WORKSHOP, INVITATION), WorkshopRoom.TODAY);
        byte[] foreign = key("bottrop");

        assertThat(key(WorkshopRoom.CITY)).isNotEqualTo(foreign);
        assertThat(tokens.read(
                        LinkPurpose.ANSWER, signed(claims(WorkshopRoom.CITY).build(), foreign)))
                .isEmpty();
        assertThat(tokens.read(
                        LinkPurpose.ANSWER, signed(claims("gibt-es-nicht").build(), foreign)))
                .isEmpty();
    }

    @Test
    void linksLeadToThePagesAndTheOneToTheEvaluationIsTheSameForEverybodyAtAnyTime() {
        UUID workshop = room.plan().get(0);
        room.completes("wfm-sachbearbeitung", "prepare-workshop");
        InvitationLinks links = room.bean(InvitationLinks.class);
        String early = links.evaluation(WorkshopRoom.CITY, workshop).toString();
        room.clock.set(WorkshopRoom.TODAY.plusDays(40));

        assertThat(links.evaluation(WorkshopRoom.CITY, workshop).toString())
                .isEqualTo(early)
                .contains("/rueckmeldung/");
        assertThat(links.answer(WorkshopRoom.CITY, workshop, INVITATION, WorkshopRoom.TODAY)
                        .getPath())
                .startsWith("/einladung/");
        assertThat(links.objection(WorkshopRoom.CITY, workshop, INVITATION, WorkshopRoom.TODAY)
                        .getPath())
                .startsWith("/protokoll/");
    }

    private static byte[] key(String municipality) {
        return room.jdbc
                .sql("select secret from link_key where municipality_id = ?")
                .param(municipality)
                .query(byte[].class)
                .single();
    }

    private static JWTClaimsSet.Builder claims(String municipality) {
        return new JWTClaimsSet.Builder()
                .audience("einladung")
                .claim("m", municipality)
                .claim("w", WORKSHOP.toString())
                .claim("i", INVITATION.toString())
                .expirationTime(Date.from(room.clock.instant().plusSeconds(3600)));
    }

    private static String signed(JWTClaimsSet claims, byte[] key) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }
}
