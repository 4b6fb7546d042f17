package de.kreislaufstadt.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.audit.CourseTable.Rest;
import de.kreislaufstadt.process.OfficeDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How long a step took, counted as the page Durchlauf counts: from the moment it came up, working from when somebody first took
 * it, and without the time in which its measure rested. Beside it stand working days of the municipality, counted as deadlines
 * are: the day of the event itself does not count.
 */
@Component
class TimeSpent {

    private static final ZoneId CITY_TIME = ZoneId.of("Europe/Berlin");

    private final OfficeDays days;

    TimeSpent(OfficeDays days) {
        this.days = days;
    }

    /**
     * Time of a step.
     *
     * @param open from its begin until it was done
     * @param working from when somebody first took it; absent where nobody did
     * @param restedSeconds how long the measure rested meanwhile, which counts nowhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Spent(Stretch open, Stretch working, long restedSeconds) {}

    /** @param workingDays after the day it began, up to and including the day it ended */
    record Stretch(long seconds, int workingDays) {}

    /**
     * @param opened when the step came up
     * @param taken when somebody first took it; null where nobody did
     * @param rests of its measure, in their order
     */
    Spent between(String municipality, Instant opened, Instant taken, Instant done, List<Rest> rests) {
        boolean worked = taken != null && !taken.isBefore(opened);
        return new Spent(
                stretch(municipality, opened, done, rests),
                worked ? stretch(municipality, taken, done, rests) : null,
                within(opened, done, rests).stream()
                        .mapToLong(TimeSpent::seconds)
                        .sum());
    }

    private Stretch stretch(String municipality, Instant from, Instant until, List<Rest> rests) {
        long seconds = seconds(new Rest(from, until));
        int working = days.between(municipality, day(from), day(until));
        for (Rest rest : within(from, until, rests)) {
            seconds -= seconds(rest);
            working -= days.between(municipality, day(rest.from()), day(rest.until()));
        }
        return new Stretch(Math.max(seconds, 0), Math.max(working, 0));
    }

    /** The parts of rests that lie between two moments. */
    private static List<Rest> within(Instant from, Instant until, List<Rest> rests) {
        return rests.stream()
                .map(rest -> new Rest(
                        rest.from().isBefore(from) ? from : rest.from(),
                        rest.until().isAfter(until) ? until : rest.until()))
                .filter(rest -> rest.from().isBefore(rest.until()))
                .toList();
    }

    private static long seconds(Rest rest) {
        return Math.max(Duration.between(rest.from(), rest.until()).toSeconds(), 0);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(CITY_TIME).toLocalDate();
    }
}
