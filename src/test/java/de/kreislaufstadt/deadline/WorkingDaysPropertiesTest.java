package de.kreislaufstadt.deadline;

import static de.kreislaufstadt.deadline.TestMunicipalities.FRANKFURT;
import static de.kreislaufstadt.deadline.TestMunicipalities.MUENSTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every day of twenty years, checked on every one of them; both daylight-saving switches are among them. */
class WorkingDaysPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2043, 12, 31);
    private static final List<Integer> PERIODS = List.of(0, 1, 2, 5, 10, 20, 30);

    private final WorkingDays workingDays =
            new MunicipalWorkingDays(TestMunicipalities.withoutSettings(), new PublicHolidays());

    @ParameterizedTest
    @ValueSource(strings = {MUENSTER, FRANKFURT})
    void aPeriodNeverEndsOnAFreeDay(String city) {
        assertThat(everyDay())
                .allMatch(event -> PERIODS.stream()
                        .allMatch(days -> workingDays.isWorkingDay(city, workingDays.after(city, event, days))
                                && workingDays.isWorkingDay(city, workingDays.monthsAfter(city, event, days))));
    }

    @ParameterizedTest
    @ValueSource(strings = {MUENSTER, FRANKFURT})
    void aLaterEventNeverEndsEarlier(String city) {
        assertThat(everyDay())
                .allMatch(event -> PERIODS.stream()
                        .noneMatch(days -> workingDays
                                .after(city, event.plusDays(1), days)
                                .isBefore(workingDays.after(city, event, days))));
    }

    @ParameterizedTest
    @ValueSource(strings = {MUENSTER, FRANKFURT})
    void aLongerPeriodEndsLater(String city) {
        assertThat(everyDay())
                .allMatch(event -> PERIODS.stream()
                        .filter(days -> days > 0)
                        .allMatch(days -> workingDays
                                .after(city, event, days + 1)
                                .isAfter(workingDays.after(city, event, days))));
    }

    @ParameterizedTest
    @ValueSource(strings = {MUENSTER, FRANKFURT})
    void theDayOfTheEventIsNotCountedAndEveryWorkingDayAfterItIs(String city) {
        assertThat(everyDay())
                .allMatch(event -> PERIODS.stream()
                        .filter(days -> days > 0)
                        .allMatch(
                                days -> workingDaysWithin(city, event, workingDays.after(city, event, days)) == days));
    }

    private long workingDaysWithin(String city, LocalDate event, LocalDate end) {
        return event.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(day -> workingDays.isWorkingDay(city, day))
                .count();
    }

    private static Stream<LocalDate> everyDay() {
        return FIRST.datesUntil(LAST.plusDays(1));
    }
}
