package de.kreislaufstadt.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Injections;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.workshop.answer.AnswerDesk;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** What the pages for people without account refuse, over HTTP: nothing changes, and nothing is learned from the refusal. */
@ApplicationTest
class RefusedAnswersTest {

    @Autowired
    private Office office;

    @Autowired
    private InvitationLinks links;

    @LocalServerPort
    private int port;

    private InvitedPeople people;

    @BeforeEach
    void invited() {
        people = new InvitedPeople(office, links, port).invite(36);
    }

    @Test
    void everyLinkThatOpensNothingIsAnsweredAlike() throws JOSEException {
        UUID seat = people.seat(1);
        String good = people.path(1);
        byte[] key = office.jdbc()
                .sql("select secret from link_key where municipality_id = ?")
                .param(InvitedPeople.CITY)
                .query(byte[].class)
                .single();
        JWTClaimsSet claims = claims(seat, "einladung", LocalDate.of(2099, 5, 1));
        UUID elsewhere = new InvitedPeople(office, links, port).invite(36).seat(1);
        UUID deleted = people.seat(31);
        String gone = people.path(31);
        office.jdbc()
                .sql("delete from workshop_invitation where id = ?")
                .param(deleted)
                .update();
        List<String> links = List.of(
                good.substring(0, good.length() - 8) + "AAAAAAAA",
                page(signed(claims, new byte[32])),
                page(new PlainJWT(claims).serialize()),
                page(signed(claims(seat, "einladung", LocalDate.of(2026, 1, 1)), key)),
                page(signed(claims(seat, "protokoll", LocalDate.of(2099, 5, 1)), key)),
                page(signed(claims(elsewhere, "einladung", LocalDate.of(2099, 5, 1)), key)),
                gone,
                "/einladung/x",
                "/einladung/" + "x".repeat(3000));

        String nothing = people.get("/einladung/x").body();
        assertThat(nothing).contains("Dieser Link ist nicht mehr gültig");
        for (String link : links) {
            HttpResponse<String> shown = people.get(link);
            HttpResponse<String> sent = people.post(link, Map.of("choice", "DECLINE"));
            assertThat(List.of(shown.statusCode(), sent.statusCode())).as(link).containsOnly(404);
            assertThat(shown.body()).as(link).isEqualTo(nothing);
            assertThat(sent.body()).as(link).isEqualTo(nothing);
            assertThat(shown.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(people.answer(1)).isEqualTo("OPEN");
        assertThat(people.get(page(signed(claims, key))).statusCode())
                .as("the same by hand, with everything right")
                .isEqualTo(200);
    }

    @Test
    void anAnswerLinkOpensNeitherTheMinutesNorTheEvaluation() {
        String token = people.path(1).substring("/einladung/".length());

        assertThat(people.get("/protokoll/" + token).statusCode()).isEqualTo(404);
        assertThat(people.get("/rueckmeldung/" + token).statusCode()).isEqualTo(404);
        assertThat(people.post("/protokoll/" + token, Map.of("text", "Nein")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSubstitutesNameIsCheckedAndWhatWasTypedStays() {
        HttpResponse<String> missing = people.post(people.path(1), Map.of("choice", "SUBSTITUTE", "substitute", " "));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body())
                .contains(
                        "<title>Fehler: ",
                        "Bitte prüfen Sie Ihre Angaben",
                        "href=\"#substitute\"",
                        "aria-invalid=\"true\"",
                        "id=\"substitute-problem\"")
                .containsPattern("id=\"choice-substitute\"[^>]*checked")
                .containsPattern("id=\"substitute-problem\">.*<span>Bitte nennen Sie den Namen");

        String longName = "K".repeat(121);
        HttpResponse<String> tooLong = people.post(
                people.path(1), Map.of("choice", "SUBSTITUTE", "substitute", longName, "assistance", "true"));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body())
                .contains("höchstens 120 Zeichen", longName)
                .containsPattern("id=\"assistance\"[^>]*checked");

        for (String bad : List.of("Kim\nBerg", "Kim\u0000", "Kim\u202egreB", "Kim\tBerg")) {
            assertThat(people.post(people.path(1), Map.of("choice", "SUBSTITUTE", "substitute", bad))
                            .statusCode())
                    .isEqualTo(422);
        }
        String script = people.post(
                        people.path(1),
                        Map.of("choice", "SUBSTITUTE", "substitute", "<script>alert(1)</script>" + longName))
                .body();
        assertThat(script).contains("&lt;script&gt;").doesNotContain("<script");
        assertThat(people.answer(1)).isEqualTo("OPEN");
    }

    /** What was typed comes back as text, whatever it looks like. */
    @Test
    void aDangerousNameIsShownAsItWasTyped() {
        for (String text : Injections.TEXTS) {
            String page = people.post(
                            people.path(1), Map.of("choice", "SUBSTITUTE", "substitute", text + "K".repeat(121)))
                    .body();

            assertThat(page).contains(HtmlUtils.htmlEscape(text)).doesNotContain(Injections.COMPUTED);
        }
        assertThat(people.answer(1)).isEqualTo("OPEN");
    }

    @Test
    void aChoiceIsNeededAndNoOtherIsKnown() {
        for (Map<String, String> sent : List.of(
                Map.<String, String>of(),
                Map.of("choice", ""),
                Map.of("choice", "MAYBE"),
                Map.of("choice", "accept"),
                Map.of("choice", "WAITING_LIST"))) {
            HttpResponse<String> refused = people.post(people.path(1), sent);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("href=\"#choice\"", "Bitte wählen Sie aus, ob Sie teilnehmen.");
        }
        assertThat(people.answer(1)).isEqualTo("OPEN");
    }

    @Test
    void aBodyThatNobodyTypesIsNotRead() {
        HttpResponse<String> large =
                people.post(people.path(1), Map.of("choice", "DECLINE", "substitute", "x".repeat(40_000)));
        assertThat(large.statusCode()).isEqualTo(413);
        HttpResponse<String> withoutLength = people.send(HttpRequest.newBuilder(people.at(people.path(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream("choice=DECLINE".getBytes()))));
        assertThat(withoutLength.statusCode()).isEqualTo(411);
        assertThat(people.answer(1)).isEqualTo("OPEN");
    }

    @Test
    void onlyLookingAndSendingIsPossible() {
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            assertThat(people.send(HttpRequest.newBuilder(people.at(people.path(1)))
                                    .method(method, HttpRequest.BodyPublishers.ofString("choice=DECLINE")))
                            .statusCode())
                    .isIn(403, 405);
        }
        assertThat(people.get(people.path(1) + "/x").statusCode()).isIn(401, 403, 404);
        assertThat(people.get("/einladung").statusCode()).isIn(401, 403, 404);
    }

    private JWTClaimsSet claims(UUID seat, String audience, LocalDate until) {
        return new JWTClaimsSet.Builder()
                .audience(audience)
                .claim("m", InvitedPeople.CITY)
                .claim("w", people.workshop.toString())
                .claim("i", seat.toString())
                .expirationTime(Date.from(until.atStartOfDay(AnswerDesk.ZONE).toInstant()))
                .build();
    }

    private static String page(String token) {
        return "/einladung/" + token;
    }

    private static String signed(JWTClaimsSet claims, byte[] key) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }
}
