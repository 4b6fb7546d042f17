package de.kreislaufstadt.workshop.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import de.kreislaufstadt.start.StartRefused;
import de.kreislaufstadt.workshop.WorkshopRoom;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;

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
        byte[] key = room.bean(LinkKeys.class).of(WorkshopRoom.CITY);

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
        LinkKeys keys = room.bean(LinkKeys.class);
        byte[] foreign = keys.of("bottrop");

        assertThat(keys.of(WorkshopRoom.CITY)).isNotEqualTo(foreign);
        assertThat(tokens.read(
                        LinkPurpose.ANSWER, signed(claims(WorkshopRoom.CITY).build(), foreign)))
                .isEmpty();
        assertThat(tokens.read(
                        LinkPurpose.ANSWER, signed(claims("gibt-es-nicht").build(), foreign)))
                .isEmpty();
    }

    @Test
    void nodesThatStartTogetherMakeOneKey() throws InterruptedException, ExecutionException {
        room.jdbc.sql("delete from link_key").update();
        LinkKeys keys = room.bean(LinkKeys.class);
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> starts =
                    Collections.nCopies(8, () -> Base64.getEncoder().encodeToString(keys.of(WorkshopRoom.CITY)));
            Set<String> made = new HashSet<>();
            for (Future<String> key : nodes.invokeAll(starts)) {
                made.add(key.get());
            }
            assertThat(made).hasSize(1);
        } finally {
            nodes.shutdown();
        }
        assertThat(room.one("select count(*) from link_key")).isEqualTo(1L);
    }

    @Test
    void theOperatorsKeyComesFromAPropertyOrAFileAndStaysOutOfTheDatabase(@TempDir Path folder) throws Exception {
        room.jdbc.sql("delete from link_key").update();
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        Path file = Files.writeString(folder.resolve("key"), key + "\n");
        PlatformTransactionManager transactions = room.bean(PlatformTransactionManager.class);
        LinkKeys byProperty = new LinkKeys(room.jdbc, settings(key, ""), transactions);
        LinkKeys byFile = new LinkKeys(room.jdbc, settings("", file.toString()), transactions);

        assertThat(byProperty.of(WorkshopRoom.CITY))
                .isEqualTo(byFile.of(WorkshopRoom.CITY))
                .isNotEqualTo(byFile.of("bottrop"));
        assertThat(room.one("select count(*) from link_key")).isEqualTo(0L);
        assertThatThrownBy(() -> settings("geheim-aber-kurz", ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> settings("", folder.resolve("fehlt").toString()))
                .isInstanceOf(StartRefused.class);
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

    private static LinkSettings settings(String key, String file) {
        return new LinkSettings("https://kreislauf.example.org/", key, file);
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
