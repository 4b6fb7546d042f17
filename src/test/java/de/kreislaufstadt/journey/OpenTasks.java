package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.valid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Measures that have come just so far that a task of each kind is open, and one that is done. */
final class OpenTasks {

    private final City city;
    private final Map<Kind, String> ids = new EnumMap<>(Kind.class);
    private String completed;
    private String claimed;
    private String measure;

    /** What wrong input is sent to, and by whom. */
    enum Kind {
        START("wfm", "propose-measure"),
        REVIEW("klima", "review-proposal"),
        DECISION("wfm-head", "decide-measure"),
        GOALS("wfm", "define-knowledge-goals"),
        SURVEY("wfm", "prepare-survey"),
        STAKEHOLDERS("wfm", "analyse-stakeholders"),
        OWN_STAKEHOLDERS("klima", "review-stakeholders"),
        WORKSHOP("wfm", "prepare-workshop"),
        PLAN("wfm", "plan-work-packages"),
        PACKAGE("wfm", "work-on-package"),
        OVERDUE("klima-head", "clarify-overdue-task"),
        SILENT_HEAD("wfm", "clarify-for-head");

        private final String place;
        private final String task;

        Kind(String place, String task) {
            this.place = place;
            this.task = task;
        }

        String place() {
            return place;
        }

        /** @return valid data; dates that have to lie ahead do */
        ObjectNode valid() {
            return Forms.valid(task);
        }
    }

    OpenTasks(City city) {
        this.city = city;
        overdue();
        decision();
        knowledge();
        survey();
        ownStakeholders();
        workshop();
        implementation();
        review();
    }

    City city() {
        return city;
    }

    String id(Kind kind) {
        return ids.get(kind);
    }

    /** @return a task of the climate unit that is done */
    String completed() {
        return completed;
    }

    /** @return a task of the climate unit that its head has claimed */
    String claimed() {
        return claimed;
    }

    /** @return id of the measure under review */
    String measure() {
        return measure;
    }

    private void review() {
        Course course = proposed();
        claimed = city.desk("klima").open(course.number(), "review-proposal").get(0);
        assertThat(city.desk("klima-head").claims(claimed).status()).isEqualTo(204);
        Course other = proposed();
        measure = other.measure();
        note(Kind.REVIEW, other);
    }

    /** A task that is late, and a head who has said nothing about it. */
    private void overdue() {
        Course course = proposed()
                .escalates("review-proposal")
                .leaves("klima: review-proposal", "klima-head: clarify-overdue-task")
                .dateArrives("head-silent");
        course.leaves("klima: review-proposal", "klima-head: clarify-overdue-task", "wfm: clarify-for-head");
        note(Kind.OVERDUE, course);
        note(Kind.SILENT_HEAD, course);
    }

    private void decision() {
        Course course = proposed();
        completed = city.desk("klima").open(course.number(), "review-proposal").get(0);
        note(Kind.DECISION, course.does("klima", "review-proposal", valid("review-proposal")));
    }

    private void knowledge() {
        note(Kind.GOALS, decided("wfm", "KNOWLEDGE"));
    }

    private void survey() {
        note(Kind.SURVEY, decided("wfm", "STATUS_QUO"));
        note(Kind.STAKEHOLDERS, surveyed("wfm"));
    }

    /** The climate unit leads this one, so that its clerk would have to check what the same clerk has written. */
    private void ownStakeholders() {
        Course course = surveyed("klima");
        note(Kind.OWN_STAKEHOLDERS, course.does("klima", "analyse-stakeholders", valid("analyse-stakeholders")));
    }

    private Course surveyed(String lead) {
        Course course = decided(lead, "STATUS_QUO");
        course.does(
                lead,
                "prepare-survey",
                valid("prepare-survey", form -> form.putArray("departments").add("umwelt")));
        return course.does(
                "umwelt",
                "answer-survey",
                valid("answer-survey", form -> form.put("noActivities", true).remove("activities")));
    }

    private void workshop() {
        note(Kind.WORKSHOP, decided("wfm", "WORKSHOPS"));
    }

    private void implementation() {
        note(Kind.PLAN, decided("wfm", "IMPLEMENTATION").leaves("wfm: plan-work-packages"));
        Course course = decided("wfm", "IMPLEMENTATION");
        course.does("wfm", "plan-work-packages", valid("plan-work-packages", form -> {
            ArrayNode packages = (ArrayNode) form.get("packages");
            packages.remove(1);
            ((ObjectNode) packages.get(1)).put("dependsOn", "AP1");
        }));
        // The first package is the property department's, the second waits for it.
        note(Kind.PACKAGE, course.leaves("immobilien: work-on-package", "wfm: work-on-package"));
    }

    private Course proposed() {
        return new Course(city).proposes("wfm", valid("propose-measure"));
    }

    private Course decided(String lead, String phase) {
        Course course = new Course(city)
                .proposes(lead, valid("propose-measure", form -> form.put("lead", lead)))
                .does("klima", "review-proposal", valid("review-proposal"));
        return course.does(
                lead + "-head",
                "decide-measure",
                valid(
                        "decide-measure",
                        form -> form.put("decidedOn", LocalDate.now(Course.ZONE).toString())
                                .putArray("phases")
                                .add(phase)));
    }

    private void note(Kind kind, Course course) {
        ids.put(kind, city.desk(kind.place).open(course.number(), kind.task).get(0));
    }
}
