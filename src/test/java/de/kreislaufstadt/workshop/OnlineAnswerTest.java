package de.kreislaufstadt.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Invited people answer on their page, over HTTP; the waiting process hears of it. */
@ApplicationTest
class OnlineAnswerTest {

    @Autowired
    private Office office;

    @Autowired
    private InvitationLinks links;

    @Autowired
    private TestClock.Movable clock;

    @LocalServerPort
    private int port;

    private InvitedPeople people;

    @BeforeEach
    void nobodyYet() {
        people = new InvitedPeople(office, links, port);
    }

    @Test
    void thePageSaysWhoInvitesToWhatAndLeavesNoTrace() {
        people.invite(36);
        HttpResponse<String> page = people.get(people.path(1));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "lang=\"de\"",
                        "Wirtschaftsförderung Münster GmbH",
                        people.measure,
                        "Kreislaufwirtschaft: Ideen für Starterprojekte",
                        "Donnerstag, 14. Mai 2099, 10:00 bis 16:00 Uhr",
                        "Großer Saal, Rathaus",
                        "Stufenloser Zugang, Höranlage",
                        "drei Monate nach Freigabe",
                        "Donnerstag, 30. April 2099",
                        "10:30",
                        "Mittagspause",
                        "Bauunternehmen",
                        "Noch keine Antwort")
                .doesNotContain("<script", "Geschäftsführung", "style=");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
    }

    @Test
    void thePageSpeaksEnglishWhenTheBrowserOrTheReaderDoes() {
        people.invite(36);
        String path = people.path(1);

        HttpResponse<String> english = people.send(
                HttpRequest.newBuilder(people.at(path)).header("Accept-Language", "fr, en;q=0.8, de;q=0.5"));
        assertThat(english.body()).contains("lang=\"en\"", "Thursday, 14 May 2099", "Your answer", "hreflang=\"de\"");
        assertThat(people.get(path + "?sprache=en").body()).contains("Are you taking part?");
        assertThat(people.get(path + "?sprache=tlh").body()).contains("Nehmen Sie teil?");
    }

    @Test
    void theLastAnswerCountsAndIsThereWhenTheLinkIsOpenedAgain() {
        people.invite(36);
        String path = people.path(1);

        HttpResponse<String> sent = people.post(path, Map.of("choice", "ACCEPT", "assistance", "true"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(people.get(sent.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains(
                        "Ihre Antwort ist notiert",
                        "Sie nehmen teil",
                        "Wir nehmen Kontakt mit Ihnen auf",
                        "bis Donnerstag, 30. April 2099 ändern");
        assertThat(people.answer(1)).isEqualTo("ACCEPTED +assistance");

        people.post(path, Map.of("choice", "SUBSTITUTE", "substitute", "  Kim Berg "));
        assertThat(people.answer(1)).isEqualTo("SUBSTITUTE Kim Berg");
        assertThat(people.get(path).body()).contains("Sie werden vertreten", "value=\"Kim Berg\"");

        people.post(path, Map.of("choice", "DECLINE", "substitute", "Kim Berg", "assistance", "true"));
        assertThat(people.answer(1)).as("nothing is kept that is not needed").isEqualTo("DECLINED");
        assertThat(people.get(path).body())
                .contains("Sie nehmen nicht teil")
                .doesNotContain("Kim Berg", "Ihre Antwort ist notiert");
    }

    @Test
    void theProcessHearsOfTheAnswerAndLooksAtTheMixAgain() {
        people.invite(36);
        people.office
                .jdbc()
                .sql("delete from workshop_warning where workshop_id = ?")
                .param(people.workshop)
                .update();
        for (int university = 27; university <= 31; university++) {
            people.post(people.path(university), Map.of("choice", "DECLINE"));
        }

        assertThat(people.one("select string_agg(code || coalesce(participant_group, ''), ' ') from workshop_warning"
                        + " where workshop_id = '" + people.workshop + "'"))
                .isEqualTo("GROUP_MISSINGUNIVERSITY");
        assertThat(office.history()
                        .createHistoricActivityInstanceQuery()
                        .activityId("settle-registrations")
                        .finished()
                        .list())
                .filteredOn(done -> people.workshop
                        .toString()
                        .equals(office.history()
                                .createHistoricVariableInstanceQuery()
                                .processInstanceId(done.getProcessInstanceId())
                                .variableName("workshopId")
                                .singleResult()
                                .getValue()))
                .hasSize(5)
                .allSatisfy(done -> assertThat(done.getTenantId()).isEqualTo(Office.MUNICIPALITY));
        assertThat(office.openTasks(people.measure)).contains("check-registrations");
    }

    @Test
    void anInstanceOfAnOlderModelDoesNotBreakThePage() {
        people.invite(1);
        office.jdbc()
                .sql("delete from camunda.act_ru_event_subscr where event_name_ = 'registration-answered'"
                        + " and proc_inst_id_ in (select proc_inst_id_ from camunda.act_ru_variable"
                        + " where name_ = 'workshopId' and text_ = ?)")
                .param(people.workshop.toString())
                .update();

        assertThat(people.post(people.path(1), Map.of("choice", "ACCEPT")).statusCode())
                .isEqualTo(303);
        people.post(people.path(2), Map.of("choice", "ACCEPT"));
        people.post(people.path(1), Map.of("choice", "DECLINE"));
        assertThat(people.answer(1) + " " + people.answer(2)).isEqualTo("DECLINED ACCEPTED");
    }

    @Test
    void overTheMaximumPeopleWaitAndMoveUpInTheirOrder() {
        people.invite(2);
        people.post(people.path(1), Map.of("choice", "ACCEPT"));
        people.post(people.path(2), Map.of("choice", "ACCEPT"));
        HttpResponse<String> third =
                people.post(people.path(3), Map.of("choice", "SUBSTITUTE", "substitute", "Kim Berg"));
        people.post(people.path(4), Map.of("choice", "ACCEPT"));

        assertThat(people.get(third.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Sie stehen auf der Warteliste", "rückt nach, wer am längsten wartet", "Kim Berg");
        assertThat(people.answer(3)).isEqualTo("WAITING_LIST Kim Berg");
        people.post(people.path(3), Map.of("choice", "SUBSTITUTE", "substitute", "Kim Berg-Lenz"));
        people.post(people.path(1), Map.of("choice", "DECLINE"));
        assertThat(people.answer(3)).as("kept its place in the queue").isEqualTo("SUBSTITUTE Kim Berg-Lenz");
        assertThat(people.answer(4)).isEqualTo("WAITING_LIST");
        people.post(people.path(4), Map.of("choice", "DECLINE"));
        people.post(people.path(2), Map.of("choice", "DECLINE"));
        assertThat(people.one("select count(*) from workshop_invitation where waiting_since is not null"
                        + " and workshop_id = '" + people.workshop + "'"))
                .isEqualTo("0");
    }

    @Test
    void afterRegistrationAPlaceCanOnlyBeGivenUpAndWhoWaitsMovesUp() {
        people.invite(1);
        people.post(people.path(1), Map.of("choice", "ACCEPT"));
        people.post(people.path(2), Map.of("choice", "ACCEPT"));
        InvitedPeople.after(clock, LocalDate.of(2099, 5, 1), () -> {
            assertThat(people.get(people.path(3)).body())
                    .contains("Die Anmeldung ist geschlossen")
                    .doesNotContain("<form");
            HttpResponse<String> late = people.post(people.path(3), Map.of("choice", "ACCEPT"));
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("Ihre Antwort kam zu spät");
            assertThat(people.answer(3)).isEqualTo("OPEN");
            assertThat(people.post(people.path(1), Map.of("choice", "SUBSTITUTE", "substitute", "Kim Berg"))
                            .statusCode())
                    .isEqualTo(409);
            assertThat(people.answer(1)).isEqualTo("ACCEPTED");

            assertThat(people.get(people.path(1)).body()).contains("Platz absagen");
            assertThat(people.post(people.path(1), Map.of("choice", "DECLINE")).statusCode())
                    .isEqualTo(303);
            assertThat(people.answer(1) + " " + people.answer(2)).isEqualTo("DECLINED ACCEPTED");
            assertThat(people.post(people.path(1), Map.of("choice", "ACCEPT")).statusCode())
                    .as("there is no way back")
                    .isEqualTo(409);
        });
    }

    @Test
    void whatTheClerkHasDecidedClosesRegistrationBeforeItsLastDay() {
        people.invite(36);
        office.as("wfm-sachbearbeitung").completes(people.measure, "check-registrations");

        assertThat(people.post(people.path(1), Map.of("choice", "SUBSTITUTE", "substitute", "Kim Berg"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(people.answer(1)).isEqualTo("ACCEPTED");
        assertThat(people.post(people.path(1), Map.of("choice", "DECLINE")).statusCode())
                .isEqualTo(303);
        assertThat(people.answer(1)).isEqualTo("DECLINED");
    }

    @Test
    void aCancelledWorkshopTakesNoAnswers() {
        people.invite(36);
        office.as("wfm-sachbearbeitung")
                .completes(
                        people.measure,
                        "check-registrations",
                        data -> data.put("registrationResult", "CANCEL").put("comment", "Zu wenige"));

        assertThat(people.get(people.path(1)).body()).contains("Der Workshop findet nicht statt");
        assertThat(people.post(people.path(1), Map.of("choice", "DECLINE")).statusCode())
                .isEqualTo(409);
    }
}
