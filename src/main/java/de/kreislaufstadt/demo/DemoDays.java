package de.kreislaufstadt.demo;

import de.kreislaufstadt.deadline.MorningLook;
import de.kreislaufstadt.deadline.WorkingDays;
import de.kreislaufstadt.process.Lifecycles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What has happened in the demo city in the last days, so that whoever looks at it finds more than new tasks: one that has
 * been overdue for so long that the Dezernat is asked, a question, a follow-up, somebody who is away.
 */
@Component
@Profile("demo")
class DemoDays {

    private static final String MUNICIPALITY = "muenster";
    private static final String TASKS = "/camunda/api/kreislaufstadt/tasks/";

    private final Lifecycles lifecycles;
    private final MorningLook morning;
    private final WorkingDays workingDays;
    private final Clock clock;

    DemoDays(Lifecycles lifecycles, MorningLook morning, WorkingDays workingDays, Clock clock) {
        this.lifecycles = lifecycles;
        this.morning = morning;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** A sketch that should have been there six working days ago, and a head who was asked and has not answered. */
    void somethingStaysUndone(String measure, String department) {
        LocalDate today = LocalDate.now(clock);
        lifecycles.waitSince(
                MUNICIPALITY,
                measure,
                department,
                workingDays.before(MUNICIPALITY, today, 26),
                workingDays.before(MUNICIPALITY, today, 6));
        morning.look(MUNICIPALITY);
        lifecycles.waitNoLonger(MUNICIPALITY, "head-silent");
    }

    void somebodyAsks(String task, DemoBrowser asker) {
        asker.post(
                TASKS + task + "/question",
                Map.of(
                        "person",
                        "personal-sachbearbeitung",
                        "question",
                        "Welche Kantinen betreiben wir selbst, und welche sind verpachtet?"));
    }

    void somethingIsPutOff(String task, DemoBrowser clerk) {
        clerk.post(
                TASKS + task + "/follow-up",
                Map.of(
                        "date",
                        workingDays.after(MUNICIPALITY, LocalDate.now(clock), 5).toString(),
                        "reason",
                        "Die Ausschreibung der Kantinen wird nächste Woche vorgestellt."));
    }

    void somebodyIsAway(DemoBrowser absent, String absentUser, String deputy) {
        LocalDate today = LocalDate.now(clock);
        absent.post(
                "/camunda/api/kreislaufstadt/deputies",
                Map.of(
                        "absent",
                        absentUser,
                        "deputy",
                        deputy,
                        "from",
                        today.toString(),
                        "until",
                        workingDays.after(MUNICIPALITY, today, 10).toString(),
                        "place",
                        1,
                        "departments",
                        List.of()));
    }
}
