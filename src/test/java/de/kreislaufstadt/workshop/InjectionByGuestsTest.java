package de.kreislaufstadt.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Injections;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** What people without account write on the pages of their links, and the staff that reads it afterwards. */
@ApplicationTest
class InjectionByGuestsTest {

    /** As many of them as a name may be long. */
    private static final String NAME = String.join(" ", Injections.TEXTS.subList(0, 5));

    private static final String ALL = String.join(" ", Injections.TEXTS);

    @Autowired
    private Office office;

    @Autowired
    private InvitationLinks links;

    @LocalServerPort
    private int port;

    @BeforeEach
    void nothingHasRun() {
        System.clearProperty(Injections.PROBE);
    }

    @AfterEach
    void nothingRan() {
        assertThat(System.getProperty(Injections.PROBE)).isNull();
    }

    @Test
    void theNameOfASubstituteIsReadAsItWasTyped() {
        InvitedPeople people = new InvitedPeople(office, links, port).invite(36);
        assertThat(people.post(people.path(1), Map.of("choice", "SUBSTITUTE", "substitute", NAME))
                        .statusCode())
                .isEqualTo(303);
        assertThat(people.answer(1)).isEqualTo("SUBSTITUTE " + NAME);
        assertShown(people.get(people.path(1)).body(), NAME);
        assertThat(shown(people, "check-registrations")
                        .at("/registrations/0/substitute")
                        .asText())
                .isEqualTo(NAME);
    }

    @Test
    void objectionsAndFeedbackAreReadAsTheyWereTyped() {
        InvitedPeople people = new InvitedPeople(office, links, port).invite(36).writeMinutes();
        assertThat(people.post(people.minutesPath(1), Map.of("item", "2", "text", ALL))
                        .statusCode())
                .isEqualTo(303);
        assertShown(people.get(people.minutesPath(1)).body(), ALL);
        for (int i = 0; i < 5; i++) {
            people.post(people.feedbackPath(), Map.of("CONTENT", "GOOD", "strengths", ALL));
        }
        office.fire(people.measure, "objection-period-over");

        JsonNode objections = shown(people, "handle-objections");
        assertThat(objections.at("/objections/0/text").asText()).isEqualTo(ALL);
        assertThat(people.one("select string_agg(distinct text, '') from workshop_feedback_remark where workshop_id = '"
                        + people.workshop + "'"))
                .isEqualTo(ALL);
    }

    private static void assertShown(String page, String text) {
        assertThat(page)
                .contains(HtmlUtils.htmlEscape(text))
                .doesNotContain("<script", "<img src=x", "<svg onload", Injections.COMPUTED);
    }

    private JsonNode shown(InvitedPeople people, String name) {
        Http clerk = new Http(port);
        clerk.signIn("wfm-sachbearbeitung", "tasklist");
        String task = office.open(people.measure, name).get(0).getId();
        JsonNode data = clerk.get("/camunda/api/kreislaufstadt/form/task/" + task)
                .json()
                .get("data");
        assertThat(data.toString()).doesNotContain(Injections.COMPUTED);
        return data;
    }
}
