package de.kreislaufstadt.deadline;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.kreislaufstadt.department.FederalState;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Public holidays of the German federal states; a year is calculated once. */
@Component
class PublicHolidays {

    private final HolidayManager germany =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
    private final Map<StateYear, Set<LocalDate>> known = new ConcurrentHashMap<>();

    boolean contains(FederalState state, LocalDate day) {
        return of(state, day.getYear()).contains(day);
    }

    Set<LocalDate> of(FederalState state, int year) {
        return known.computeIfAbsent(new StateYear(state, year), this::calculate);
    }

    private Set<LocalDate> calculate(StateYear key) {
        String region = key.state().name().toLowerCase(Locale.ROOT);
        return germany.getHolidays(Year.of(key.year()), HolidayType.PUBLIC_HOLIDAY, region).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record StateYear(FederalState state, int year) {}
}
