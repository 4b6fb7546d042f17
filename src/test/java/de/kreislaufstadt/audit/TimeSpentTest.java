package de.kreislaufstadt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.audit.CourseTable.Rest;
import de.kreislaufstadt.audit.TimeSpent.Spent;
import de.kreislaufstadt.audit.TimeSpent.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long steps took, in a city that works from Monday to Friday. 3 March 2025 is a Monday. */
class TimeSpentTest {

    private static final String CITY = "muenster";
    private static final Instant MONDAY = Instant.parse("2025-03-03T08:00:00Z");

    private final TimeSpent times = new TimeSpent((city, day) -> switch (day.getDayOfWeek()) {
        case SATURDAY -> day.plusDays(2);
        case SUNDAY -> day.plusDays(1);
        default -> day;
    });

    @Test
    void aStepIsOpenFromItsBeginAndWorkedOnSinceSomebodyTookIt() {
        Spent spent = times.between(CITY, MONDAY, after(3), after(8), List.of());

        assertThat(spent.open()).as("until Tuesday of the next week").isEqualTo(stretch(8, 6));
        assertThat(spent.working()).as("from Thursday on").isEqualTo(stretch(5, 3));
        assertThat(spent.restedSeconds()).isZero();
    }

    @Test
    void nobodyTookItAndNobodyWorkedOnIt() {
        assertThat(times.between(CITY, MONDAY, null, after(1), List.of()).working())
                .isNull();
        assertThat(times.between(CITY, MONDAY, null, after(0), List.of()).open())
                .isEqualTo(stretch(0, 0));
    }

    @Test
    void whatRestedIsTakenOutWhereItLay() {
        Rest whole = new Rest(after(1), after(4));
        Rest across = new Rest(after(7), after(10));

        Spent spent = times.between(CITY, MONDAY, after(8), after(11), List.of(whole, across));

        assertThat(spent.open()).as("two days before, three between, one after").isEqualTo(stretch(5, 3));
        assertThat(spent.working()).as("taken while it rested").isEqualTo(stretch(1, 1));
        assertThat(spent.restedSeconds()).isEqualTo(Duration.ofDays(6).toSeconds());
    }

    @Test
    void restsOfOtherTimesDoNotCountAndOneMayGoOn() {
        List<Rest> others = List.of(new Rest(after(-9), after(-2)), new Rest(after(6), Instant.MAX));

        assertThat(times.between(CITY, MONDAY, null, after(4), others).open()).isEqualTo(stretch(4, 4));
    }

    private static Instant after(int days) {
        return MONDAY.plus(Duration.ofDays(days));
    }

    private static Stretch stretch(int days, int workingDays) {
        return new Stretch(Duration.ofDays(days).toSeconds(), workingDays);
    }
}
