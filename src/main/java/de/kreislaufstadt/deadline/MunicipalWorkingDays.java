package de.kreislaufstadt.deadline;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.OfficeDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Working days by calendar, public holidays and the closing days a municipality has set. */
@Component
class MunicipalWorkingDays implements WorkingDays, OfficeDays {

    private final Municipalities municipalities;
    private final PublicHolidays holidays;

    MunicipalWorkingDays(Municipalities municipalities, PublicHolidays holidays) {
        this.municipalities = municipalities;
        this.holidays = holidays;
    }

    @Override
    public boolean isWorkingDay(String municipality, LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(municipalities.federalState(municipality), day)
                && !municipalities.closingDays(municipality).contains(day);
    }

    @Override
    public LocalDate sameOrNext(String municipality, LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(municipality, candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    @Override
    public LocalDate after(String municipality, LocalDate event, int days) {
        requireNotNegative(days);
        LocalDate end = event;
        for (int counted = 0; counted < days; counted++) {
            end = sameOrNext(municipality, end.plusDays(1));
        }
        return sameOrNext(municipality, end);
    }

    @Override
    public LocalDate monthsAfter(String municipality, LocalDate event, int months) {
        requireNotNegative(months);
        return sameOrNext(municipality, event.plusMonths(months));
    }

    private static void requireNotNegative(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("A period cannot have " + count + " days or months");
        }
    }
}
