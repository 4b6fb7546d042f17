package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page Benachrichtigungen: what people, heads and administrators see and may do there. */
class MailPageTest extends WithMailServer {

    private static final String API = "/camunda/api/kreislaufstadt/mail";

    @LocalServerPort
    private int port;

    @Test
    void everybodyChoosesForThemselves() {
        Http browser = browser(CLERK);
        JsonNode before = browser.get(API).json();
        assertThat(before.path("own").path("rhythm").asText()).isEqualTo("IMMEDIATE");
        assertThat(before.path("own").path("language").asText()).isEqualTo("DE");
        assertThat(before.path("own").path("address").asText()).isEqualTo(CLERKS_MAIL);
        assertThat(before.path("mailboxes")).isEmpty();
        assertThat(before.has("outbox")).isFalse();

        assertThat(browser.post(API + "/choice", "{\"rhythm\": \"DAILY\", \"language\": \"EN\"}")
                        .status())
                .isEqualTo(204);

        JsonNode after = browser.get(API).json();
        assertThat(after.path("own").path("rhythm").asText()).isEqualTo("DAILY");
        assertThat(after.path("own").path("language").asText()).isEqualTo("EN");
    }

    @Test
    void headsChooseForTheMailboxOfTheirDepartmentAndNoOther() {
        Http head = browser("klima-leitung");
        JsonNode mailbox = head.get(API).json().path("mailboxes");
        assertThat(mailbox).hasSize(1);
        assertThat(mailbox.get(0).path("name").asText()).isEqualTo("Stabsstelle Klima");
        assertThat(mailbox.get(0).path("address").asText()).isEqualTo(KLIMA_MAILBOX);

        assertThat(choose(head, "klima")).isEqualTo(204);
        assertThat(choose(head, "umwelt")).isEqualTo(403);
        assertThat(choose(browser(CLERK), "klima")).isEqualTo(403);

        proposed();
        send();
        assertThat(received()).isEmpty();
        assertThat(jdbc.sql("select count(*) from mail").query(Long.class).single())
                .isZero();
    }

    @Test
    void whatIsNoChoiceIsRefused() {
        Http browser = browser(CLERK);
        assertThat(browser.post(API + "/choice", "{\"rhythm\": \"HOURLY\", \"language\": \"DE\"}")
                        .status())
                .isEqualTo(400);
        assertThat(browser.post(API + "/choice", "{\"rhythm\": \"DAILY\"}").status())
                .isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from mail_choice")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoHasNotSignedInIsTurnedAway() {
        assertThat(new Http(port).get(API).status()).isEqualTo(401);
        assertThat(new Http(port).post(API + "/outbox/release-failed", "{}").status())
                .isIn(401, 403);
    }

    @Test
    void onlyAdministratorsSeeAndReleaseWhatFailed() {
        proposed();
        send();
        jdbc.sql("update mail set state = 'UNCERTAIN', reason = 'cut off', settled_at = now()")
                .update();
        UUID mail = (UUID) onlyMail().get("id");
        String release = API + "/outbox/" + mail + "/release";

        assertThat(browser(CLERK).post(release, "{}").status()).isEqualTo(403);
        assertThat(browser("klima-leitung")
                        .post(API + "/outbox/release-failed", "{}")
                        .status())
                .isEqualTo(403);

        Http administrator = browser("admin");
        JsonNode outbox = administrator.get(API).json().path("outbox");
        assertThat(outbox.path("connected").asBoolean()).isTrue();
        assertThat(outbox.path("mails").path("UNCERTAIN").asInt()).isEqualTo(1);
        assertThat(outbox.path("troubles").get(0).path("reason").asText()).isEqualTo("cut off");
        assertThat(administrator
                        .post(API + "/outbox/release-failed", "{}")
                        .json()
                        .path("released")
                        .asInt())
                .as("uncertain mails are looked at one by one")
                .isZero();
        assertThat(administrator.post(release, "{}").status()).isEqualTo(204);
        assertThat(administrator.post(release, "{}").status()).isEqualTo(409);
        assertThat(administrator.post(API + "/outbox/nonsense/release", "{}").status())
                .isEqualTo(400);

        send();
        assertThat(received()).hasSize(2);
        assertThat(administrator.get(API).json().path("outbox").path("troubles"))
                .isEmpty();
    }

    private int choose(Http browser, String department) {
        return browser.post(
                        API + "/choice",
                        "{\"department\": \"" + department + "\", \"rhythm\": \"NONE\", \"language\": \"DE\"}")
                .status();
    }

    private Http browser(String user) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser;
    }
}
