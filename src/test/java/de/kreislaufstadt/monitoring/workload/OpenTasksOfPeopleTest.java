package de.kreislaufstadt.monitoring.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.OpenTasks;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Open tasks per person: nobody sees them unless the municipality has set it, and then only the head of those people. */
@ApplicationTest
class OpenTasksOfPeopleTest {

    private static final String PAGE = "/camunda/api/kreislaufstadt/workload";

    @Autowired
    Office office;

    @Autowired
    TaskService tasks;

    @Autowired
    Workloads workloads;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    Accounts accounts;

    @Autowired
    DepartmentDirectory departments;

    @LocalServerPort
    int port;

    @BeforeEach
    void somebodyOfTheClimateUnitHasTakenATask() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        Task task = office.open(number, "review-proposal").get(0);
        office.as("klima-sachbearbeitung");
        tasks.claim(task.getId(), "klima-sachbearbeitung");
    }

    @Test
    void withoutTheSettingEvenTheHeadSeesOnlyDepartments() {
        JsonNode page = browser("klima-leitung").get(PAGE).json();

        assertThat(page.get("people").isNull()).isTrue();
        assertThat(page.get("departments")).isNotEmpty();
        assertThat(page.get("weeks")).hasSize(12);
    }

    @Test
    void withTheSettingTheHeadSeesTheOwnPeopleAndNobodyElseDoes() {
        assertThat(seenBy("klima-leitung"))
                .filteredOn(person -> person.name().equals("Sachbearbeitung Stabsstelle Klima"))
                .singleElement()
                .satisfies(person -> assertThat(person.open()).isPositive());
        assertThat(seenBy("wfm-leitung"))
                .extracting(OpenTasksOfPeople.Person::name)
                .doesNotContain("Sachbearbeitung Stabsstelle Klima");
        assertThat(seenBy("klima-sachbearbeitung")).isNull();
        assertThat(seenBy("beobachtung")).as("who only looks leads nobody").isNull();
    }

    @Test
    void theHistoryOfADepartmentThatDoesNotExistIsRefused() {
        Http.Answer answer = browser("klima-leitung").get(PAGE + "?department=mond");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("department").contains("Diesen Fachbereich gibt es nicht");
    }

    private List<OpenTasksOfPeople.Person> seenBy(String user) {
        Municipalities agreed = mock(Municipalities.class);
        given(agreed.showsOpenTasksPerPerson(Office.MUNICIPALITY)).willReturn(true);
        return new OpenTasksOfPeople(workloads, openTasks, accounts, departments, agreed)
                .of(Office.MUNICIPALITY, user, CityDay.today());
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "cockpit");
        return http;
    }
}
