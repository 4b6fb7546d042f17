package de.kreislaufstadt.deadline;

import static de.kreislaufstadt.deadline.TestMunicipalities.MUENSTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.ItemDates;
import de.kreislaufstadt.process.TaskContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class DeadlineTablesTest {

    private static final String WEDNESDAY_NOON = "2025-12-17T11:00:00Z";

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private TestMunicipalities municipalities = TestMunicipalities.withoutSettings();

    @Test
    void aTaskIsDueAfterTheWorkingDaysOfTheTable() {
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("review-proposal", Map.of())))
                .isEqualTo("2026-01-05");
    }

    @Test
    void aTaskWithoutRowHasNoDueDate() {
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("unknown-task", Map.of())))
                .isNull();
    }

    @Test
    void theMunicipalityCanSetOtherDays() {
        municipalities = new TestMunicipalities(Map.of("review-proposal", 1), Map.of());
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("review-proposal", Map.of())))
                .isEqualTo("2025-12-18");
    }

    @Test
    void aBaseDateComesFromTheRoutingValue() {
        TaskContext confirm = task("confirm-workshop", Map.of("workshopDate", "2026-04-01"));
        assertThat(tables(WEDNESDAY_NOON).dueDate(confirm)).isEqualTo("2026-04-07");
    }

    @Test
    void aBaseDateThatNoRoutingValueHoldsIsAskedFromTheModules() {
        ItemDates packages =
                (scope, name) -> name.equals("packageEnd") ? Optional.of(LocalDate.of(2026, 5, 1)) : Optional.empty();
        beans.addBean("packages", packages);
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("work-on-package", Map.of())))
                .isEqualTo("2026-05-04");
    }

    @Test
    void aBaseDateThatNobodyKnowsCountsFromToday() {
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("work-on-package", Map.of())))
                .isEqualTo("2025-12-17");
    }

    @Test
    void aDaySomebodyHasSetCountsInsteadOfTheTable() {
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("answer-survey", Map.of("surveyUntil", "2026-01-30"))))
                .isEqualTo("2026-01-30");
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("answer-survey", Map.of("surveyUntil", "2025-12-17"))))
                .as("today")
                .isEqualTo("2025-12-17");
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("answer-survey", Map.of("surveyUntil", "2026-01-31"))))
                .as("a Saturday")
                .isEqualTo("2026-02-02");
        beans.addBean("goals", (ItemDates)
                (scope, name) -> name.equals("goalDue") ? Optional.of(LocalDate.of(2026, 3, 2)) : Optional.empty());
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("collect-knowledge", Map.of())))
                .isEqualTo("2026-03-02");
    }

    @Test
    void withoutSuchADayOrAfterItTheTableCounts() {
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("answer-survey", Map.of())))
                .isEqualTo("2026-01-19");
        assertThat(tables(WEDNESDAY_NOON).dueDate(task("answer-survey", Map.of("surveyUntil", "2025-12-16"))))
                .isEqualTo("2026-01-19");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T22:59:00Z, 2026-04-14, before the spring switch, still Saturday in Berlin",
        "2026-03-28T23:01:00Z, 2026-04-14, the day of the spring switch",
        "2026-03-29T21:59:00Z, 2026-04-14, its last minute",
        "2026-03-29T22:01:00Z, 2026-04-15, Monday after the spring switch",
        "2026-10-24T22:01:00Z, 2026-11-06, the day of the autumn switch",
        "2026-10-25T22:59:00Z, 2026-11-06, its last minute",
        "2026-10-25T23:01:00Z, 2026-11-09, Monday after the autumn switch"
    })
    void todayIsTheDayInBerlinOnBothClockChanges(String now, LocalDate due, String when) {
        assertThat(tables(now).dueDate(task("review-proposal", Map.of())))
                .as(when)
                .isEqualTo(due);
    }

    @Test
    void aPeriodEndsAfterItsWorkingDays() {
        assertThat(tables(WEDNESDAY_NOON).endOfPeriod(task("write-minutes", Map.of()), "objection-period"))
                .isEqualTo("2026-01-05");
    }

    @Test
    void aPeriodOfNoDaysIsOverAtOnceOnASundayToo() {
        municipalities = new TestMunicipalities(Map.of("objection-period", 0), Map.of());
        assertThat(tables("2025-12-21T11:00:00Z").endOfPeriod(task("write-minutes", Map.of()), "objection-period"))
                .isEqualTo("2025-12-20");
    }

    @Test
    void anUnknownPeriodIsAnErrorOfTheModel() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tables(WEDNESDAY_NOON).endOfPeriod(task("write-minutes", Map.of()), "nothing"));
    }

    @Test
    void aCycleComesFromTheTableOrTheMunicipality() {
        TaskContext scope = task("", Map.of());
        assertThat(tables(WEDNESDAY_NOON).recurrence(scope, "exchange")).isEqualTo("R/P3M");
        municipalities = new TestMunicipalities(Map.of(), Map.of("exchange", "R/P1M"));
        assertThat(tables(WEDNESDAY_NOON).recurrence(scope, "exchange")).isEqualTo("R/P1M");
    }

    private DeadlineTables tables(String now) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneId.of("Europe/Berlin"));
        WorkingDays workingDays = new MunicipalWorkingDays(municipalities, new PublicHolidays());
        return new DeadlineTables(
                new Tables(), municipalities, workingDays, beans.getBeanProvider(ItemDates.class), clock, "06:30");
    }

    private static TaskContext task(String key, Map<String, Object> values) {
        return new TaskContext(MUENSTER, UUID.randomUUID(), "WW-09", "wfm", "process", key, "1", "user", values);
    }

    /** Rows in the shape the decision tables answer in. */
    private record Tables() implements Decisions {

        private static final Map<String, Map<String, Object>> WORKING_DAYS = Map.of(
                "review-proposal", Map.of("days", 10, "base", ""),
                "confirm-workshop", Map.of("days", 2L, "base", "workshopDate"),
                "work-on-package", Map.of("days", 0, "base", "packageEnd"),
                "collect-knowledge", Map.of("days", 20, "base", "", "until", "goalDue"),
                "answer-survey", Map.of("days", 20, "base", "", "until", "surveyUntil"),
                "objection-period", Map.of("days", 10.0, "base", "", "until", ""));

        @Override
        public List<Map<String, Object>> evaluate(String municipality, String decision, Map<String, ?> inputs) {
            if (decision.equals("recurrence")) {
                return inputs.get("name").equals("exchange") ? List.of(Map.of("cycle", "R/P3M")) : List.of();
            }
            return Optional.ofNullable(WORKING_DAYS.get((String) inputs.get("task"))).stream()
                    .toList();
        }
    }
}
