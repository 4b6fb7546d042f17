package de.kreislaufstadt.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A reporting round about the last half-year, opened once by the climate staff unit after the measures are there. */
@Component
@Profile("demo")
@Order(110)
class DemoRound implements ApplicationRunner {

    private static final String ROUNDS = "/camunda/api/kreislaufstadt/rounds";
    private static final int HALF = 6;
    private static final int DAYS_TO_REPORT = 14;

    private final DemoTasks tasks;
    private final Clock clock;

    DemoRound(DemoTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        DemoBrowser unit = tasks.inTasklist("klima-sachbearbeitung");
        if (unit.get(ROUNDS).path("rounds").isEmpty()) {
            unit.post(ROUNDS, lastHalfYear(LocalDate.now(clock)));
        }
    }

    private static Map<String, String> lastHalfYear(LocalDate today) {
        LocalDate thisHalf = LocalDate.of(today.getYear(), today.getMonthValue() > HALF ? HALF + 1 : 1, 1);
        LocalDate from = thisHalf.minusMonths(HALF);
        LocalDate to = thisHalf.minusDays(1);
        return Map.of(
                "name",
                "Halbjahresbericht " + (from.getMonthValue() > HALF ? 2 : 1) + "/" + from.getYear(),
                "periodFrom",
                from.toString(),
                "periodTo",
                to.toString(),
                "cutOff",
                to.toString(),
                "due",
                today.plusDays(DAYS_TO_REPORT).toString());
    }
}
