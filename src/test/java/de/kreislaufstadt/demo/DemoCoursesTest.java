package de.kreislaufstadt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.deadline.WorkingDays;
import de.kreislaufstadt.support.ApplicationTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On which days the demo city's workshop falls, whatever day the demo is started on. */
@ApplicationTest
class DemoCoursesTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    @Autowired
    private WorkingDays workingDays;

    @Test
    void nobodyIsInvitedToAFreeDay() {
        assertThat(on(SUNDAY, "in P4W")).as("a Monday").isEqualTo("\"2026-12-21\"");
        assertThat(on(SUNDAY.plusDays(4), "in P1D")).as("a Friday").isEqualTo("\"2026-11-27\"");
        assertThat(on(LocalDate.of(2026, 11, 13), "in P6W"))
                .as("not the second day of Christmas, nor the Sunday after it")
                .isEqualTo("\"2026-12-28\"");
    }

    @Test
    void whatHappenedTodayHasHappenedTodayAlsoOnASunday() {
        assertThat(on(SUNDAY, "decidedOn: in P0D, place: in Raum 12"))
                .isEqualTo("decidedOn: \"2026-11-22\", place: in Raum 12");
    }

    private String on(LocalDate today, String text) {
        return DemoCourses.dated(text, today, workingDays);
    }
}
