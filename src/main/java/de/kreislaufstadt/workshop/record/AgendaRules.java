package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.form.Problems;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** What holds for every agenda, whoever writes it. */
public final class AgendaRules {

    private AgendaRules() {}

    /** Notes a problem if there is nothing on the agenda but breaks, or if it takes longer than the workshop. */
    public static void check(Problems problems, List<AgendaItem> agenda, LocalTime begin, LocalTime end) {
        problems.check(agenda.stream().anyMatch(AgendaItem::needsMinutes), "agenda", "workshop.agenda.empty");
        long available = Duration.between(begin, end).toMinutes();
        int planned = agenda.stream().mapToInt(AgendaItem::minutes).sum();
        problems.check(available <= 0 || planned <= available, "agenda", "workshop.agenda.tooLong", planned, available);
    }
}
