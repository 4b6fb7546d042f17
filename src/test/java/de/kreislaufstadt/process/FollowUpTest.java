package de.kreislaufstadt.process;

import static de.kreislaufstadt.support.TaskPage.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks that are put off to a later working day. */
class FollowUpTest extends ReviewTask {

    private static final String PUT_OFF = "Wiedervorlage";

    @Autowired
    Clock clock;

    @Autowired
    OfficeDays days;

    @Test
    void aTaskLeavesTheListUntilItsDayAndIsFoundUnderWiedervorlage() {
        assertThat(page.isListed(CLERK, DEPARTMENT)).isTrue();
        LocalDate day = workingDayAhead(3);

        Http.Answer answer = page.does(CLERK, "follow-up", "{'date': '" + day + "', 'reason': 'Gutachten kommt erst'}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("date").asText()).isEqualTo(day.toString());
        assertThat(page.isListed(CLERK, DEPARTMENT)).isFalse();
        assertThat(page.isListed(CLERK, "Meine Aufgaben")).isFalse();
        assertThat(page.isListed(CLERK, PUT_OFF)).isTrue();
        JsonNode place = page.place(CLERK).json();
        assertThat(place.get("followUp").asText()).isEqualTo(day.toString());
        assertThat(place.at("/followUpLine/reason").asText()).isEqualTo("Gutachten kommt erst");
        assertThat(place.get("assignee").asText()).isEqualTo("Sachbearbeitung Stabsstelle Klima");
    }

    @Test
    void onItsDayATaskIsBackInTheList() {
        page.does(CLERK, "follow-up", "{'date': '" + workingDayAhead(2) + "', 'owner': 'GROUP'}");
        assertThat(page.isListed(CLERK, DEPARTMENT)).isFalse();
        Task put = office.open(number, "review-proposal").get(0);
        assertThat(put.getFollowUpDate())
                .isEqualTo(Date.from(
                        workingDayAhead(2).atStartOfDay(clock.getZone()).toInstant()));

        // The engine compares with its own clock, which runs: the day comes by moving the date.
        put.setFollowUpDate(
                Date.from(LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant()));
        office.tasks().saveTask(put);

        assertThat(page.isListed(CLERK, DEPARTMENT)).isTrue();
        assertThat(page.isListed(CLERK, PUT_OFF)).isFalse();
    }

    @Test
    void aDayOffMovesToTheNextWorkingDay() {
        LocalDate saturday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));

        Http.Answer answer = page.does(CLERK, "follow-up", "{'date': '" + saturday + "', 'afterDue': true}");

        LocalDate day = LocalDate.parse(answer.json().get("date").asText());
        assertThat(day)
                .isEqualTo(days.sameOrNext(Office.MUNICIPALITY, saturday))
                .isAfter(saturday);
    }

    @Test
    void theDayIsChangedAndClearedAndBothStandInTheHistory() {
        page.does(CLERK, "follow-up", "{'date': '" + workingDayAhead(2) + "'}");
        page.does(CLERK, "follow-up", "{'date': '" + workingDayAhead(4) + "', 'reason': 'Noch nicht da'}");
        page.succeeds(CLERK, "bring-back", "{}");

        assertThat(page.isListed(CLERK, DEPARTMENT)).isTrue();
        assertThat(page.history(CLERK))
                .extracting(line -> line.get("kind").asText())
                .containsExactly("FOLLOW_UP", "FOLLOW_UP", "FOLLOW_UP_ENDED");
        assertThat(page.history(CLERK).get(1).get("followUp").asText())
                .isEqualTo(workingDayAhead(4).toString());
        assertThat(page.does(CLERK, "bring-back", "{}").status()).isEqualTo(409);
    }

    @Test
    void whatWasDoneIsTakenBack() {
        String event = page.succeeds(CLERK, "follow-up", "{'date': '" + workingDayAhead(2) + "'}");

        page.succeeds(CLERK, "undo/" + event, "{}");

        assertThat(page.isListed(CLERK, DEPARTMENT)).isTrue();
        assertThat(page.place(CLERK).json().has("assignee")).isFalse();
        assertThat(page.does(CLERK, "undo/" + event, "{}").status()).isEqualTo(409);
    }

    @Test
    void aTaskAfterItsDueDateNeedsAConfirmation() {
        LocalDate late = days.sameOrNext(
                Office.MUNICIPALITY,
                task.getDueDate()
                        .toInstant()
                        .atZone(clock.getZone())
                        .toLocalDate()
                        .plusDays(1));

        Http.Answer refused = page.does(CLERK, "follow-up", "{'date': '" + late + "'}");

        assertThat(problem(refused)).startsWith("afterDue: Der Tag liegt nach der Frist");
        assertThat(page.isListed(CLERK, DEPARTMENT)).isTrue();
        assertThat(page.does(CLERK, "follow-up", "{'date': '" + late + "', 'afterDue': true}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theOwnerIsAColleagueAndHearsOfIt() {
        page.succeeds(CLERK, "follow-up", "{'date': '" + workingDayAhead(2) + "', 'owner': '" + HEAD + "'}");

        assertThat(office.open(number, "review-proposal").get(0).getAssignee()).isEqualTo(HEAD);
        assertThat(notices.about(task.getId())).containsExactly("HANDED_OVER muenster-klima " + HEAD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                            | date: Bitte füllen Sie dieses Feld aus.
                    {'date': ''}                                                  | date: Bitte füllen Sie dieses Feld aus.
                    {'date': 'morgen'}                                            | date: Bitte geben Sie ein gültiges Datum an (Tag, Monat, Jahr).
                    {'date': '2026-02-30'}                                        | date: Bitte geben Sie ein gültiges Datum an (Tag, Monat, Jahr).
                    {'date': '2001-03-01'}                                        | date: Bitte wählen Sie einen Tag nach heute.
                    {'date': '{today}'}                                           | date: Bitte wählen Sie einen Tag nach heute.
                    {'date': '2999-03-01'}                                        | date: Bitte wählen Sie einen Tag in den nächsten 12 Monaten.
                    {'date': '{soon}', 'owner': 'awm-sachbearbeitung'}            | owner: Bitte wählen Sie eine Person aus dem Fachbereich, dem die Aufgabe gehört.
                    {'date': '{soon}', 'owner': 'nobody-at-all'}                  | owner: Bitte wählen Sie eine Person aus dem Fachbereich, dem die Aufgabe gehört.
                    {'date': '{soon}', 'reason': '{long}'}                        | reason: Höchstens 2.000 Zeichen.
                    {'date': '{soon}', 'reason': 'a\\u0000b'}                     | reason: Der Text enthält Zeichen, die nicht gespeichert werden können.
                    """)
    void wrongInputIsRefusedAtItsField(String json, String problem) {
        String wish = json.replace("{today}", LocalDate.now(clock).toString())
                .replace("{soon}", workingDayAhead(2).toString())
                .replace("{long}", "x".repeat(2001));

        assertThat(problem(page.does(CLERK, "follow-up", wish))).isEqualTo(problem);
        assertThat(page.isListed(CLERK, DEPARTMENT)).isTrue();
        assertThat(page.history(CLERK)).isEmpty();
    }

    @Test
    void onlyTheDepartmentPutsItsTaskOffAndOnlyWhileItIsOpen() {
        String wish = "{'date': '" + workingDayAhead(2) + "'}";
        assertThat(page.does("awm-sachbearbeitung", "follow-up", wish).status()).isEqualTo(404);
        // A manager of another department reads every task of the city and moves none.
        assertThat(page.does("awm-leitung", "follow-up", wish).status()).isEqualTo(403);
        assertThat(new Http(port)
                        .post("/camunda/api/kreislaufstadt/tasks/" + task.getId() + "/follow-up", "{}")
                        .status())
                .isIn(401, 403);
        assertThat(page.does(CLERK, "follow-up", "no json").status()).isEqualTo(400);

        office.as(CLERK).completes(number, "review-proposal");

        assertThat(page.does(CLERK, "follow-up", wish).status()).isEqualTo(404);
    }

    @Test
    void aTaskOfSomebodyElseIsPutOffByTheHead() {
        office.as(HEAD).signedIn(() -> {
            office.tasks().claim(task.getId(), HEAD);
            return null;
        });
        String wish = "{'date': '" + workingDayAhead(2) + "'}";

        Http.Answer refused = page.does(CLERK, "follow-up", wish);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("message").asText()).contains("Leitung Stabsstelle Klima");
        assertThat(page.does(HEAD, "follow-up", wish).status()).isEqualTo(200);
    }

    private LocalDate workingDayAhead(int ahead) {
        return days.sameOrNext(Office.MUNICIPALITY, LocalDate.now(clock).plusDays(ahead));
    }
}
