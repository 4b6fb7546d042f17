package de.kreislaufstadt.monitoring.workload;

import de.kreislaufstadt.department.Municipalities;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes down what was open when a week ended: soon after, and every hour in case nobody was running then. */
@Component
class EndOfWeek {

    private static final ZoneId CITY_TIME = ZoneId.of("Europe/Berlin");

    private final Workloads workloads;
    private final Municipalities municipalities;
    private final Clock clock;

    EndOfWeek(Workloads workloads, Municipalities municipalities, Clock clock) {
        this.workloads = workloads;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    @Scheduled(cron = "${kreislaufstadt.monitoring.weeks:0 1 * * * *}", zone = "Europe/Berlin")
    void writeDown() {
        LocalDate today = LocalDate.now(clock.withZone(CITY_TIME));
        municipalities.tenants().forEach(municipality -> workloads.writeDown(municipality, today));
    }
}
