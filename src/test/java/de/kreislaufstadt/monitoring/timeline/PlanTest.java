package de.kreislaufstadt.monitoring.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.deadline.WorkingDays;
import de.kreislaufstadt.monitoring.timeline.Plan.Known;
import de.kreislaufstadt.monitoring.timeline.Plan.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When phases are planned, in a city where each step takes two days and people work every day. */
class PlanTest {

    private static final LocalDate PROPOSED = LocalDate.of(2025, 1, 1);
    private static final LocalDate APPROVED = LocalDate.of(2025, 2, 1);

    private final Plan plan = new Plan((city, step) -> 2, new EveryDay());
    private final Map<String, Integer> lengths = plan.lengths("stadt");

    @Test
    void beforeTheApprovalOnlyTheReviewIsPlanned() {
        assertThat(plan.of("stadt", new Known(PROPOSED, PROPOSED, null, null, List.of(), null, null), lengths))
                .containsExactly(Map.entry("UNDER_REVIEW", new Span(PROPOSED, PROPOSED.plusDays(4))));
    }

    @Test
    void phasesFollowOneAnotherWithTheWorkingDaysOfTheirSteps() {
        Map<String, Span> phases = plan.of("stadt", known(null, null, null, "KNOWLEDGE", "STARTER_PROJECTS"), lengths);

        assertThat(phases).containsOnlyKeys("UNDER_REVIEW", "KNOWLEDGE", "STARTER_PROJECTS", "EVALUATION");
        assertThat(phases.get("KNOWLEDGE")).isEqualTo(span(2, 1, 2, 7));
        assertThat(phases.get("STARTER_PROJECTS")).isEqualTo(span(2, 8, 2, 18));
        assertThat(phases.get("EVALUATION").from()).isEqualTo(LocalDate.of(2025, 2, 19));
    }

    @Test
    void aBeginAfterTheApprovalIsKept() {
        Known known = new Known(PROPOSED, LocalDate.of(2025, 4, 1), null, APPROVED, List.of("KNOWLEDGE"), null, null);

        assertThat(plan.of("stadt", known, lengths).get("KNOWLEDGE").from()).isEqualTo(LocalDate.of(2025, 4, 1));
    }

    @Test
    void datesOfWorkshopsAndPlansOfWorkPackagesComeBeforeTheUsualDays() {
        Map<String, Span> phases = plan.of(
                "stadt",
                known(LocalDate.of(2027, 12, 31), span(5, 5, 5, 20), span(7, 1, 9, 30), "WORKSHOPS", "IMPLEMENTATION"),
                lengths);

        assertThat(phases.get("WORKSHOPS")).isEqualTo(span(2, 1, 6, 3));
        assertThat(phases.get("IMPLEMENTATION")).isEqualTo(span(7, 1, 9, 30));
        assertThat(phases.get("EVALUATION").from()).isEqualTo(LocalDate.of(2025, 10, 1));
    }

    @Test
    void withoutWorkPackagesTheImplementationLastsUntilTheEndOfTheRecord() {
        LocalDate end = LocalDate.of(2027, 12, 31);

        assertThat(plan.of("stadt", known(end, null, null, "IMPLEMENTATION"), lengths)
                        .get("IMPLEMENTATION"))
                .isEqualTo(new Span(APPROVED, end));
        assertThat(plan.of("stadt", known(APPROVED, null, null, "IMPLEMENTATION"), lengths)
                        .get("IMPLEMENTATION"))
                .as("an end that is over plans nothing")
                .isEqualTo(span(2, 1, 2, 7));
    }

    private static Known known(LocalDate end, Span workshops, Span packages, String... phases) {
        return new Known(PROPOSED, PROPOSED, end, APPROVED, List.of(phases), workshops, packages);
    }

    private static Span span(int fromMonth, int fromDay, int untilMonth, int untilDay) {
        return new Span(LocalDate.of(2025, fromMonth, fromDay), LocalDate.of(2025, untilMonth, untilDay));
    }

    /** A calendar without free days. */
    private static final class EveryDay implements WorkingDays {

        @Override
        public boolean isWorkingDay(String municipality, LocalDate day) {
            return true;
        }

        @Override
        public LocalDate sameOrNext(String municipality, LocalDate day) {
            return day;
        }

        @Override
        public LocalDate after(String municipality, LocalDate event, int days) {
            return event.plusDays(days);
        }

        @Override
        public LocalDate monthsAfter(String municipality, LocalDate event, int months) {
            return event.plusMonths(months);
        }
    }
}
