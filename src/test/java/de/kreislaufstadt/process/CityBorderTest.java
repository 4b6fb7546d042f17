package de.kreislaufstadt.process;

import static de.kreislaufstadt.support.TaskPage.problem;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing that people do with tasks crosses the border of their city, also where they have guessed the ids. */
class CityBorderTest extends ReviewTask {

    private static final String DEPUTIES = "/camunda/api/kreislaufstadt/deputies";

    @Autowired
    Accounts accounts;

    @Autowired
    OfficeDays days;

    @Autowired
    Clock clock;

    @BeforeEach
    void anotherCity() {
        OtherCity.found(office.jdbc(), accounts);
    }

    @AfterEach
    void nobodyIsAway() {
        office.jdbc()
                .sql(
                        "update deputy set ended_at = now(), ended_by = 'test' where ended_at is null and deputy_by = :user")
                .param("user", OTHER)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {OtherCity.CLERK, OtherCity.HEAD})
    void peopleOfAnotherCityFindNoTaskWhateverTheyAskFor(String stranger) {
        claimed(CLERK);
        String event = page.succeeds(CLERK, "hand-over", "{'colleague': '" + HEAD + "', 'reason': 'Urlaub'}");
        Task before = now();
        String day = soon();

        assertThat(page.place(stranger).status()).isEqualTo(404);
        for (String reading : List.of("choices", "history", "measure")) {
            assertThat(page.browser(stranger)
                            .get("/camunda/api/kreislaufstadt/tasks/" + task.getId() + "/" + reading)
                            .status())
                    .as(reading)
                    .isEqualTo(404);
        }
        assertRefused(stranger, "follow-up", "{'date': '" + day + "'}");
        assertRefused(stranger, "bring-back", "{}");
        assertRefused(stranger, "hand-over", "{'department': 'klima', 'reason': 'x'}");
        assertRefused(stranger, "hand-over", "{'colleague': '" + stranger + "'}");
        assertRefused(stranger, "give-back", "{}");
        assertRefused(stranger, "give-back", "{'toSender': true, 'reason': 'x'}");
        assertRefused(stranger, "question", "{'person': '" + CLERK + "', 'question': 'x'}");
        assertRefused(stranger, "answer", "{'answer': 'x'}");
        assertRefused(stranger, "withdraw", "{}");
        assertRefused(stranger, "extend", "{'date': '" + day + "', 'reason': 'x'}");
        assertRefused(stranger, "undo/" + event, "{}");
        assertThat(page.browser(stranger)
                        .post(DEPUTIES + "/tasks/" + task.getId() + "/take-over", "{}")
                        .status())
                .isEqualTo(404);

        Task after = now();
        assertThat(after.getAssignee()).isEqualTo(before.getAssignee());
        assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
        assertThat(page.history(HEAD)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hand-over | {'colleague': 'anderestadt-klima'}                          | colleague
                    hand-over | {'department': 'hafen', 'reason': 'x'}                      | department
                    hand-over | {'department': 'anderestadt-hafen', 'reason': 'x'}          | department
                    question  | {'person': 'anderestadt-leitung', 'question': 'x'}          | person
                    question  | {'department': 'hafen', 'question': 'x'}                    | department
                    follow-up | {'date': '{soon}', 'owner': 'anderestadt-klima'}            | owner
                    """)
    void nothingIsGivenToPeopleOrDepartmentsOfAnotherCity(String action, String json, String field) {
        assertThat(problem(page.does(CLERK, action, json.replace("{soon}", soon()))))
                .startsWith(field + ": ");
        assertThat(page.isSeenBy(OtherCity.HEAD)).isFalse();
        assertThat(page.history(CLERK)).isEmpty();
        assertThat(page.choices(CLERK).toString()).doesNotContain("anderestadt").doesNotContain("hafen");
    }

    @Test
    void aQuestionToOneCityIsNotAnsweredFromAnother() {
        page.succeeds(CLERK, "question", "{'department': 'umwelt', 'question': 'Welche Gewässer?'}");

        assertRefused(OtherCity.HEAD, "answer", "{'answer': 'Alle'}");
        assertRefused(OtherCity.HEAD, "withdraw", "{}");
        assertThat(page.place(OTHER).json().at("/question/open").asBoolean()).isTrue();
    }

    @Test
    void deputiesComeFromTheSameCityAndAreEndedThere() {
        assertThat(problem(names(CLERK, CLERK, OtherCity.CLERK))).startsWith("deputy: ");
        assertThat(problem(names(OtherCity.HEAD, CLERK, OtherCity.CLERK))).startsWith("absent: ");
        assertThat(problem(names(OtherCity.HEAD, OtherCity.CLERK, CLERK))).startsWith("deputy: ");
        assertThat(problem(page.browser(OtherCity.HEAD)
                        .post(
                                DEPUTIES,
                                body("{'headOf': 'umwelt', 'deputy': '" + OtherCity.CLERK + "', 'from': '{today}',"
                                        + " 'until': '{today}'}"))))
                .startsWith("headOf: ");

        Http.Answer named = names(CLERK, CLERK, OTHER);
        assertThat(named.status()).as(named.body()).isEqualTo(201);
        String end = DEPUTIES + "/" + named.json().get("id").asText() + "/end";
        assertThat(page.browser(OtherCity.HEAD).post(end, "{}").status()).isEqualTo(404);
        assertThat(page.browser(OtherCity.HEAD)
                        .post(DEPUTIES + "/" + UUID.randomUUID() + "/end", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(page.browser(OtherCity.HEAD).get(DEPUTIES).body())
                .doesNotContain(OTHER)
                .doesNotContain("klima-sachbearbeitung");
        assertThat(page.isSeenBy(OTHER)).as("it still acts").isTrue();
        assertThat(page.browser(CLERK).post(end, "{}").status()).isEqualTo(200);
    }

    private void assertRefused(String stranger, String action, String json) {
        assertThat(page.does(stranger, action, json).status()).as(action).isEqualTo(404);
    }

    private Http.Answer names(String who, String absent, String deputy) {
        return page.browser(who)
                .post(
                        DEPUTIES,
                        body("{'absent': '" + absent + "', 'deputy': '" + deputy
                                + "', 'from': '{today}', 'until': '{today}'}"));
    }

    private String body(String json) {
        return json.replace("{today}", LocalDate.now(clock).toString()).replace('\'', '"');
    }

    private String soon() {
        return days.sameOrNext(Office.MUNICIPALITY, LocalDate.now(clock).plusDays(2))
                .toString();
    }
}
