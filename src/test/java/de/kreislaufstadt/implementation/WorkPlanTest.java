package de.kreislaufstadt.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreislaufstadt.form.FormRefused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan of work packages may look like. */
class WorkPlanTest {

    private static final LocalDate START = LocalDate.of(2027, 3, 1);

    @Test
    void packagesMayFollowEachOtherWhateverTheOrderOfTheRows() {
        assertThatCode(() -> new WorkPlan(List.of(
                                row("AP3", 20, 30, "ap1, AP2"), row("AP1", 0, 20, null), row("AP2", 0, 10, null)))
                        .check())
                .doesNotThrowAnyException();
    }

    @Test
    void aPackageMayLastOneDayAndBeginWhereItsPredecessorEnds() {
        assertThatCode(() -> new WorkPlan(List.of(row("A", 0, 0, null), row("B", 0, 0, "A"))).check())
                .doesNotThrowAnyException();
    }

    @Test
    void aCodeIsUsedOnce() {
        assertThat(problems(row("AP1", 0, 1, null), row("ap1", 0, 1, null)))
                .containsExactly("packages[1].code implementation.plan.duplicate");
    }

    @Test
    void aPackageEndsAfterItBegins() {
        assertThat(problems(row("AP1", 5, 4, null)))
                .containsExactly("packages[0].endsOn implementation.plan.dateOrder");
    }

    @Test
    void aPredecessorIsPartOfThePlanAndNotThePackageItself() {
        assertThat(problems(row("AP1", 0, 1, "AP9"), row("AP2", 0, 1, "AP2")))
                .containsExactly(
                        "packages[0].dependsOn implementation.plan.unknown",
                        "packages[1].dependsOn implementation.plan.self");
    }

    @Test
    void aPackageWaitsForItsPredecessor() {
        assertThat(problems(row("AP1", 0, 10, null), row("AP2", 9, 20, "AP1")))
                .containsExactly("packages[1].beginsOn implementation.plan.beforePredecessor");
    }

    @Test
    void dependenciesDoNotRunInACircle() {
        assertThat(problems(row("A", 0, 0, "C"), row("B", 0, 0, "A"), row("C", 0, 0, "B"), row("D", 0, 0, "A")))
                .containsExactly(
                        "packages[0].dependsOn implementation.plan.cycle",
                        "packages[1].dependsOn implementation.plan.cycle",
                        "packages[2].dependsOn implementation.plan.cycle");
    }

    private static List<String> problems(PlanForm.Row... rows) {
        WorkPlan plan = new WorkPlan(List.of(rows));
        return catchThrowableOfType(FormRefused.class, plan::check).problems().stream()
                .map(problem -> problem.field() + " " + problem.messageKey())
                .toList();
    }

    private static PlanForm.Row row(String code, int begin, int end, String dependsOn) {
        return new PlanForm.Row(
                code, "Paket " + code, "wfm", START.plusDays(begin), START.plusDays(end), dependsOn, null, null, null);
    }
}
