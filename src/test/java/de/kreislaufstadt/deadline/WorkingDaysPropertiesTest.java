package de.kreislaufstadt.deadline;

import static de.kreislaufstadt.deadline.TestMunicipalities.FRANKFURT;
import static de.kreislaufstadt.deadline.TestMunicipalities.MUENSTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

class WorkingDaysPropertiesTest {

    private final WorkingDays workingDays =
            new MunicipalWorkingDays(TestMunicipalities.withoutSettings(), new PublicHolidays());

    @Property
    void aPeriodNeverEndsOnAFreeDay(
            @ForAll("cities") String city,
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(max = 60) int days,
            @ForAll @IntRange(max = 24) int months) {
        assertThat(workingDays.isWorkingDay(city, workingDays.after(city, event, days)))
                .isTrue();
        assertThat(workingDays.isWorkingDay(city, workingDays.monthsAfter(city, event, months)))
                .isTrue();
    }

    @Property
    void aLaterEventNeverEndsEarlier(
            @ForAll("cities") String city,
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(max = 30) int laterBy,
            @ForAll @IntRange(max = 60) int days) {
        assertThat(workingDays.after(city, event.plusDays(laterBy), days))
                .isAfterOrEqualTo(workingDays.after(city, event, days));
    }

    @Property
    void aLongerPeriodEndsLater(
            @ForAll("cities") String city,
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        assertThat(workingDays.after(city, event, days + 1)).isAfter(workingDays.after(city, event, days));
    }

    @Property
    void theDayOfTheEventIsNotCountedAndEveryWorkingDayAfterItIs(
            @ForAll("cities") String city,
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        LocalDate end = workingDays.after(city, event, days);
        Stream<LocalDate> period = event.plusDays(1).datesUntil(end.plusDays(1));
        assertThat(period.filter(day -> workingDays.isWorkingDay(city, day))).hasSize(days);
    }

    @Provide
    Arbitrary<String> cities() {
        return Arbitraries.of(MUENSTER, FRANKFURT);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2023, 1, 1), LocalDate.of(2035, 12, 31));
    }
}
