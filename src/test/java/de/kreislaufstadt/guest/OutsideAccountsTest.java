package de.kreislaufstadt.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Accounts and rights of people of no city: given, withdrawn, and over with their last day. */
class OutsideAccountsTest extends GuestOfCities {

    @Test
    void aRightEndsWithItsLastDayAndNoSweepHasToRunForIt() {
        String guest = guest(today().plusMonths(3));
        rights.give(new Rights.Wanted(Office.MUNICIPALITY, guest, here, null, today().plusDays(2)), "admin");
        rights.give(new Rights.Wanted(OtherCity.ID, guest, there, today().plusDays(3), null), "admin");
        assertThat(rights.today(guest))
                .extracting(SingleRights.SingleRight::municipality)
                .containsExactly(Office.MUNICIPALITY);

        clock.moveTo(today().plusDays(3));
        Http browser = signedIn(guest);
        assertThat(inbox(browser)).containsExactly(id(there));
        assertThat(complete(browser, here).status()).isIn(403, 404);
    }

    @Test
    void anAccountEndsWithItsLastDayAndIsDeletedLater() {
        String guest = guest(today().plusMonths(3));
        give(Office.MUNICIPALITY, here, guest);
        Http browser = signedIn(guest);
        LocalDate end = today().plusMonths(3);

        clock.moveTo(end.plusDays(1));
        retention.tidy();
        assertThat(new Http(port).as(guest).get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(rights.today(guest)).isEmpty();
        assertThat(browser.get(API + "mail").status()).isEqualTo(401);

        assertThat(deletion.forget(Office.MUNICIPALITY, end.plusMonths(6).minusDays(1)))
                .isZero();
        assertThat(deletion.forget(Office.MUNICIPALITY, end.plusMonths(6))).isEqualTo(1);
        assertThat(people.find(guest)).isEmpty();
        assertThat(jdbc.sql("select (select count(*) from single_right where account = :guest)"
                                + " + (select count(*) from local_credential where account = :guest)")
                        .param("guest", guest)
                        .query(Integer.class)
                        .single())
                .isZero();
        created.clear();
    }

    @Test
    void administratorsGiveAndWithdrawOverHttpAndWrongInputChangesNothing() {
        Http admin = new Http(port);
        admin.signIn("admin", "tasklist");
        String external = API + "admin/accounts/external";

        JsonNode refused = admin.post(external, "{\"name\": \"\", \"mail\": \"x\", \"until\": \"2020-01-01\"}")
                .json();
        assertThat(refused.path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("name", "organisation", "mail", "until");
        JsonNode made = admin.post(external, "{\"name\": \"Moderation\", \"organisation\": \"Institut für Probe\"}")
                .json();
        String guest = made.path("account").asText();
        created.add(guest);
        assertThat(guest).matches("p-[a-z2-7]{16}");
        assertThat(new Http(port)
                        .sendSignIn(guest, made.path("startPassword").asText(), "/")
                        .header("Location"))
                .isEqualTo("/anmelden/zweiter-faktor");

        String right = "{\"municipality\": \"%s\", \"account\": \"%s\", \"workshop\": \"%s\"}";
        assertThat(admin.post(external + "/rights", right.formatted(OtherCity.ID, guest, here))
                        .body())
                .contains("workshop", "gibt es in der Kommune nicht");
        assertThat(admin.post(external + "/rights", right.formatted(Office.MUNICIPALITY, "wfm-leitung", here))
                        .body())
                .contains("niemandem von außen");
        assertThat(admin.post(external + "/rights", right.formatted("nirgends", guest, here))
                        .body())
                .contains("Diese Kommune gibt es nicht");
        assertThat(rights.today(guest)).isEmpty();
        JsonNode given = admin.post(external + "/rights", right.formatted(Office.MUNICIPALITY, guest, here))
                .json();
        assertThat(rights.today(guest)).hasSize(1);
        assertThat(admin.post(external + "/rights", right.formatted(Office.MUNICIPALITY, guest, here))
                        .status())
                .isEqualTo(400);
        assertThat(admin.get(external + "/muenster").body()).contains(guest, here.toString());
        String withdrawal = external + "/rights/%s/" + given.path("id").asText() + "/withdraw";
        assertThat(admin.post(withdrawal.formatted(OtherCity.ID), "{}").status())
                .isEqualTo(404);
        assertThat(admin.post(withdrawal.formatted("muenster"), "{}").status()).isEqualTo(204);
        assertThat(rights.today(guest)).isEmpty();

        assertThat(new Http(port).signIn("wfm-leitung", "tasklist").status()).isEqualTo(200);
        Http manager = new Http(port);
        manager.signIn("wfm-leitung", "tasklist");
        assertThat(manager.post(external + "/rights", right.formatted("muenster", guest, here))
                        .status())
                .isEqualTo(403);
    }
}
