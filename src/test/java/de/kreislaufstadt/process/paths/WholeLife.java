package de.kreislaufstadt.process.paths;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;

/** All phases of a measure, step by step, as its people do them: so many steps done is a state, and one more goes on from there. */
final class WholeLife {

    private static final String LEAD = "wfm-sachbearbeitung";
    private static final String CLIMATE = "klima-sachbearbeitung";
    private static final String MODERATION = "difu-sachbearbeitung";
    private static final String HEAD = "wfm-leitung";

    private final Office office;
    private final LocalDate today;
    private final List<Consumer<String>> steps = new ArrayList<>();

    /** @param today day for which workshops are planned */
    WholeLife(Office office, LocalDate today) {
        this.office = office;
        this.today = today;
        decide();
        knowledge();
        statusQuo();
        workshops();
        starterProjects();
        implementation("personal");
        implementation("immobilien");
        done(LEAD, "evaluate-measure");
        done(CLIMATE, "release-evaluation");
        done(LEAD, "offer-to-archive");
    }

    /** @return how many steps there are from the proposal to the archive */
    int steps() {
        return steps.size();
    }

    /** @return number of a measure that was proposed */
    String begin() {
        return office.as(LEAD).proposes();
    }

    /** @param step from 0 */
    void does(String measure, int step) {
        steps.get(step).accept(measure);
    }

    private void decide() {
        done(CLIMATE, "review-proposal");
        done(
                HEAD,
                "decide-measure",
                MeasurePaths.approval("KNOWLEDGE", "STATUS_QUO", "WORKSHOPS", "STARTER_PROJECTS", "IMPLEMENTATION"));
    }

    private void knowledge() {
        done(LEAD, "define-knowledge-goals");
        done("immobilien-sachbearbeitung", "collect-knowledge");
        done("personal-sachbearbeitung", "collect-knowledge");
        done(CLIMATE, "review-knowledge");
    }

    private void statusQuo() {
        done(LEAD, "prepare-survey");
        List.of("wfm", "umwelt", "immobilien").forEach(asked -> done(asked + "-sachbearbeitung", "answer-survey"));
        done(LEAD, "analyse-stakeholders");
        done(CLIMATE, "review-stakeholders");
        done(LEAD, "summarise-status-quo");
        done(CLIMATE, "release-status-quo");
    }

    /** The second one is called off, the first one is held today. */
    private void workshops() {
        steps.add(measure -> office.as(LEAD)
                .completes(office.open(measure, "prepare-workshop").get(1), office.valid("prepare-workshop")));
        done(MODERATION, "agree-agenda");
        done(LEAD, "invite-participants");
        done(
                LEAD,
                "check-registrations",
                data -> data.put("registrationResult", "CANCEL").put("comment", "Ein Workshop reicht."));
        done(
                LEAD,
                "prepare-workshop",
                data -> data.put("date", today.toString())
                        .put("registrationUntil", today.minusDays(1).toString()));
        done(MODERATION, "agree-agenda");
        done(LEAD, "invite-participants");
        done(LEAD, "check-registrations");
        steps.add(measure -> office.fire(measure, "workshop-day"));
        done(LEAD, "confirm-workshop");
        done(LEAD, "write-minutes");
        done(MODERATION, "check-minutes");
        steps.add(measure -> office.fire(measure, "objection-period-over"));
        done(LEAD, "handle-objections");
        done(HEAD, "release-minutes");
        done(LEAD, "evaluate-workshop");
    }

    private void starterProjects() {
        done(LEAD, "bundle-ideas");
        done("immobilien-sachbearbeitung", "sketch-project");
        done("personal-sachbearbeitung", "sketch-project");
        done(LEAD, "rate-project");
        done(LEAD, "rate-project");
        steps.add(measure -> office.as(LEAD)
                .completes(
                        measure,
                        "propose-selection",
                        data -> ids(
                                        "select s.id::text from project_sketch s join measure m on m.id = s.measure_id where m.number = :number",
                                        measure)
                                .forEach(sketch -> data.withArray("choices")
                                        .addObject()
                                        .put("sketchId", sketch)
                                        .put("choice", "STARTER_PROJECT"))));
        done(HEAD, "decide-starter-projects");
    }

    private void implementation(String bearer) {
        done(bearer + "-sachbearbeitung", "plan-work-packages");
        for (String code : List.of("AP1", "AP2", "AP3")) {
            String who = code.equals("AP1") ? "immobilien-sachbearbeitung" : LEAD;
            steps.add(measure -> office.as(who).completes(packageTask(measure, code), office.valid("work-on-package")));
        }
        done(bearer + "-sachbearbeitung", "close-project");
        done(CLIMATE, "confirm-closure");
    }

    private Task packageTask(String measure, String code) {
        List<String> ids = ids(
                "select p.id::text from work_package p join measure m on m.id = p.measure_id where m.number = :number and p.code = '"
                        + code + "'",
                measure);
        return office.open(measure, "work-on-package").stream()
                .filter(task -> ids.contains(office.tasks()
                        .getVariable(task.getId(), "packageId")
                        .toString()
                        .split("@")[0]))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(String sql, String measure) {
        return office.jdbc()
                .sql(sql)
                .param("number", measure)
                .query(String.class)
                .list();
    }

    private void done(String user, String task) {
        steps.add(measure -> office.as(user).completes(measure, task));
    }

    private void done(String user, String task, Consumer<ObjectNode> change) {
        steps.add(measure -> office.as(user).completes(measure, task, change));
    }
}
