package de.kreislaufstadt.process;

import static de.kreislaufstadt.process.DecisionModels.evaluate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The tables that give every step its owner, its deadline and its rhythm. */
class StepTablesTest {

    /** Whoever asks for a change of details sets the pace. */
    private static final Set<String> WITHOUT_DEADLINE = Set.of("change-details");

    @ParameterizedTest
    @MethodSource("userTasks")
    void everyUserTaskOfTheModelsHasAnOwnerAndADeadline(String task) {
        assertThat(evaluate("task-routing", scope("task", task))).as("owner").isNotEmpty();
        if (!WITHOUT_DEADLINE.contains(task)) {
            assertThat(evaluate("working-days", scope("task", task)))
                    .as("deadline")
                    .isNotEmpty();
        }
    }

    static Stream<String> userTasks() throws IOException {
        Resource[] models = new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn");
        List<String> tasks = new ArrayList<>();
        for (Resource model : models) {
            try (InputStream content = model.getInputStream()) {
                Bpmn.readModelFromStream(content).getModelElementsByType(UserTask.class).stream()
                        .map(UserTask::getId)
                        .forEach(tasks::add);
            }
        }
        return tasks.stream().sorted();
    }

    @Nested
    class TaskRouting {

        @ParameterizedTest
        @CsvSource({
            "rework-proposal, LEAD",
            "review-proposal, CLIMATE_UNIT",
            "collect-knowledge, ITEM_DEPARTMENT",
            "agree-agenda, MODERATION",
            "release-minutes, LEAD_HEAD",
            "log-networking, ECONOMIC_DEVELOPMENT"
        })
        void namesTheRoleOfATask(String task, String role) {
            assertThat(role(task, null)).isEqualTo(role);
        }

        @ParameterizedTest
        @ValueSource(strings = {"decide-measure", "decide-starter-projects"})
        void givesDecisionsToTheCouncilServiceOnlyWhereTheCouncilDecides(String task) {
            assertThat(role(task, "COUNCIL")).isEqualTo("COUNCIL_SERVICE");
            assertThat(role(task, "HEAD")).isEqualTo("LEAD_HEAD");
            assertThat(role(task, null)).isEqualTo("LEAD_HEAD");
        }

        @Test
        void doesNotKnowOtherTasks() {
            assertThat(role("make-coffee", null)).isNull();
        }

        private Object role(String task, String body) {
            Map<String, Object> inputs = scope("task", task);
            inputs.put("body", body);
            return evaluate("task-routing", inputs).getSingleEntry();
        }
    }

    @Nested
    class CoSignature {

        @ParameterizedTest
        @CsvSource({
            "BUILDING, , false, HEAD, BUILDING_MANAGEMENT PLANNING",
            "FOOD, , false, HEAD, ENVIRONMENT PUBLIC_HEALTH CANTEENS",
            ", , true, HEAD, FINANCE",
            ", PROCUREMENT, false, HEAD, LEGAL PROCUREMENT",
            ", PUBLICATION, false, HEAD, COMMUNICATION CLIMATE_UNIT",
            ", PERSONAL_DATA, false, HEAD, DATA_PROTECTION",
            ", , false, COUNCIL, COUNCIL_SERVICE",
            ", WASTE, false, HEAD, WASTE",
            "TEXTILES, , false, HEAD, ''"
        })
        void asksWhomAProposalTouches(String field, String concern, boolean cityBudget, String body, String roles) {
            Map<String, Object> inputs = scope("field", field);
            inputs.put("concern", concern);
            inputs.put("cityBudget", cityBudget);
            inputs.put("body", body);
            assertThat(evaluate("co-signature", inputs).<Object>collectEntries("role"))
                    .map(Object::toString)
                    .containsExactlyElementsOf(roles.isEmpty() ? List.of() : List.of(roles.split(" ")));
        }
    }

    @Nested
    class WorkingDays {

        @ParameterizedTest
        @CsvSource({
            "review-proposal, 10, '', ''",
            "decide-measure, 30, '', ''",
            "release-status-quo, 5, '', ''",
            "objection-period, 10, '', ''",
            "council-paper, 10, '', ''",
            "round-release, 5, '', ''",
            "collect-knowledge, 20, '', goalDue",
            "answer-survey, 20, '', surveyUntil",
            "report-status, 10, '', roundDue",
            "check-registrations, 0, registrationUntil, ''",
            "confirm-workshop, 2, workshopDate, ''",
            "work-on-package, 0, packageEnd, ''"
        })
        void countFromTodayOrFromANamedDay(String task, int days, String base, String until) {
            assertThat(evaluate("working-days", scope("task", task))
                            .getSingleResult()
                            .getEntryMap())
                    .containsOnly(entry("days", days), entry("base", base), entry("until", until));
        }

        @Test
        void setNoDeadlineForAChangeOfDetails() {
            assertThat(evaluate("working-days", scope("task", "change-details")))
                    .isEmpty();
        }
    }

    @Nested
    class Recurrence {

        @ParameterizedTest
        @CsvSource({"exchange, R/P3M", "networking, R/P3M", "status-report, R/P6M", "countermeasure, R1/P6M"})
        void namesTheInterval(String name, String cycle) {
            assertThat(evaluate("recurrence", scope("name", name)).<Object>getSingleEntry())
                    .isEqualTo(cycle);
        }
    }

    private static Map<String, Object> scope(String name, String value) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(name, value);
        inputs.put("municipality", "muenster");
        return inputs;
    }
}
