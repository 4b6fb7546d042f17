package de.kreislaufstadt.deadline;

import static de.kreislaufstadt.deadline.TestMunicipalities.FRANKFURT;
import static de.kreislaufstadt.deadline.TestMunicipalities.MUENSTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.kreislaufstadt.department.FederalState;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    private final PublicHolidays holidays = new PublicHolidays();
    private final WorkingDays workingDays = new MunicipalWorkingDays(TestMunicipalities.withoutSettings(), holidays);

    @Test
    void tenWorkingDaysPassChristmasAndNewYear() {
        assertThat(workingDays.after(MUENSTER, LocalDate.of(2025, 12, 17), 10)).isEqualTo("2026-01-05");
    }

    @Test
    void aMonthEndsWithAShorterMonthAndThenOnTheNextWorkingDay() {
        assertThat(workingDays.monthsAfter(MUENSTER, LocalDate.of(2026, 1, 31), 1))
                .isEqualTo("2026-03-02");
    }

    @Test
    void aPeriodThatEndsOnSundayAndHolidayEndsOnMonday() {
        assertThat(workingDays.sameOrNext(MUENSTER, LocalDate.of(2026, 11, 1))).isEqualTo("2026-11-02");
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-04-03", "2026, 2026-04-06", "2026, 2026-05-14", "2026, 2026-05-25", "2026, 2026-06-04",
        "2027, 2027-03-26", "2027, 2027-03-29", "2027, 2027-05-06", "2027, 2027-05-17", "2027, 2027-05-27",
        "2026, 2026-01-01", "2026, 2026-05-01", "2026, 2026-10-03", "2026, 2026-11-01", "2026, 2026-12-25",
        "2026, 2026-12-26"
    })
    void publicHolidaysOfNorthRhineWestphaliaAreFree(int year, LocalDate day) {
        assertThat(holidays.of(FederalState.NW, year)).hasSize(11).contains(day);
        assertThat(workingDays.isWorkingDay(MUENSTER, day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-24", "2025-12-31", "2026-12-24", "2026-12-31"})
    void christmasEveAndNewYearsEveAreWorkingDays(LocalDate day) {
        assertThat(workingDays.isWorkingDay(MUENSTER, day)).isTrue();
    }

    @Test
    void eachStateHasItsOwnHolidays() {
        LocalDate allSaints = LocalDate.of(2027, 11, 1);
        assertThat(workingDays.isWorkingDay(MUENSTER, allSaints)).isFalse();
        assertThat(workingDays.isWorkingDay(FRANKFURT, allSaints)).isTrue();
    }

    @Test
    void closingDaysOfTheMunicipalityAreFree() {
        assertThat(workingDays.isWorkingDay(FRANKFURT, TestMunicipalities.FRANKFURT_CLOSED))
                .isFalse();
        assertThat(workingDays.after(FRANKFURT, LocalDate.of(2026, 12, 24), 1)).isEqualTo("2026-12-29");
        assertThat(workingDays.after(MUENSTER, LocalDate.of(2026, 12, 24), 1)).isEqualTo("2026-12-28");
    }

    @Test
    void negativePeriodsDoNotExist() {
        LocalDate day = LocalDate.of(2026, 1, 5);
        assertThatIllegalArgumentException().isThrownBy(() -> workingDays.after(MUENSTER, day, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> workingDays.monthsAfter(MUENSTER, day, -1));
    }
}
