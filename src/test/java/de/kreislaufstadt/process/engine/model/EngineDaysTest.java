package de.kreislaufstadt.process.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days become moments of the engine and days again, on every day of twenty years and wherever the machine stands. */
class EngineDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2043, 12, 31);

    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void backToTheMachinesZone() {
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"})
    void aDeadlineStaysTheSameDayInEveryZone(String machine) {
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        assertThat(FIRST.datesUntil(LAST.plusDays(1)))
                .allMatch(day -> EngineDays.dayOf(EngineDays.endOf(day)).equals(day)
                        && EngineDays.dayOf(EngineDays.startOf(day)).equals(day)
                        && EngineDays.dayOf(EngineDays.at(day, LocalTime.of(6, 30)))
                                .equals(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin"})
    void aLaterDayIsALaterMomentAndADayEndsBeforeTheNextBegins(String machine) {
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        assertThat(FIRST.datesUntil(LAST)).allMatch(day -> {
            Date end = EngineDays.endOf(day);
            Date next = EngineDays.startOf(day.plusDays(1));
            return end.before(next) && next.getTime() - end.getTime() == 1000;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 2026-03-28T22:59:59Z, the day before the spring switch",
        "2026-03-29, 2026-03-29T21:59:59Z, the day of 23 hours",
        "2026-10-24, 2026-10-24T21:59:59Z, the day before the autumn switch",
        "2026-10-25, 2026-10-25T22:59:59Z, the day of 25 hours"
    })
    void aDayEndsWithItsLastSecondInBerlinOnBothSwitches(LocalDate day, Instant end, String which) {
        assertThat(EngineDays.endOf(day).toInstant()).as(which).isEqualTo(end);
        assertThat(EngineDays.dayOf(Date.from(end.plusSeconds(1)))).isEqualTo(day.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 02:30, 2026-03-29T01:30:00Z", "2026-10-25, 02:30, 2026-10-25T00:30:00Z"})
    void aTimeThatTheSwitchLeavesOutOrDoublesIsStillOnItsDay(LocalDate day, LocalTime time, Instant moment) {
        assertThat(EngineDays.at(day, time).toInstant()).isEqualTo(moment);
    }
}
