package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.deadline.WorkingDays;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestDaysTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** 2026-03-28 is a Saturday, and summer time begins in the night to Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-26T05:59:59Z, 2026-03-26, 2026-03-26T06:00:00Z",
        "2026-03-26T06:00:00Z, 2026-03-27, 2026-03-27T06:00:00Z",
        "2026-03-27T06:00:01Z, 2026-03-30, 2026-03-30T05:00:00Z",
        "2026-03-28T02:00:00Z, 2026-03-30, 2026-03-30T05:00:00Z",
        "2026-03-29T22:30:00Z, 2026-03-30, 2026-03-30T05:00:00Z",
    })
    void theSummaryComesOnTheNextWorkingDay(Instant moment, LocalDate day, Instant due) {
        assertThat(days().next("muenster", moment)).isEqualTo(new DigestDays.Digest(day, due));
    }

    @Test
    void theOneAfterASummaryComesAWorkingDayLater() {
        assertThat(days().after("muenster", LocalDate.of(2026, 3, 27)).day()).isEqualTo(LocalDate.of(2026, 3, 30));
    }

    private static DigestDays days() {
        NotificationSettings.Mail mail = new NotificationSettings.Mail(
                "a@example.org",
                true,
                Duration.ofSeconds(5),
                LocalTime.of(7, 0),
                List.of(),
                Duration.ofMinutes(5),
                Duration.ofDays(7),
                Duration.ofDays(30));
        return new DigestDays(new Weekdays(), new NotificationSettings("", mail), Clock.system(BERLIN));
    }

    /** Every day but Saturdays and Sundays. */
    private static final class Weekdays implements WorkingDays {

        @Override
        public boolean isWorkingDay(String municipality, LocalDate day) {
            return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }

        @Override
        public LocalDate sameOrNext(String municipality, LocalDate day) {
            return isWorkingDay(municipality, day) ? day : sameOrNext(municipality, day.plusDays(1));
        }

        @Override
        public LocalDate after(String municipality, LocalDate event, int days) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LocalDate monthsAfter(String municipality, LocalDate event, int months) {
            throw new UnsupportedOperationException();
        }
    }
}
