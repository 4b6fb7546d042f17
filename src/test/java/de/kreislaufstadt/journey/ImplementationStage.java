package de.kreislaufstadt.journey;

import static de.kreislaufstadt.journey.Forms.full;
import static de.kreislaufstadt.journey.Forms.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Both projects at once: work packages, one of them blocked for a while, and the reports that fall due beside them. */
final class ImplementationStage {

    private static final String PLAN_BOTH = "immobilien: plan-work-packages, personal: plan-work-packages";

    private ImplementationStage() {}

    static void travel(Course course) {
        networking(course);
        ReportingStage.travel(course, PLAN_BOTH.split(", "));
        course.does("immobilien", "plan-work-packages", full("plan-work-packages"))
                .writes("work_package +3", "work_package_dependency +2")
                .leaves(
                        "personal: plan-work-packages",
                        "immobilien: work-on-package",
                        "wfm: work-on-package",
                        "wfm: work-on-package");
        course.does("personal", "plan-work-packages", full("plan-work-packages", form -> {
                    ArrayNode packages = (ArrayNode) form.get("packages");
                    packages.remove(2);
                    packages.remove(1);
                    ((ObjectNode) packages.get(0)).put("department", "personal");
                }))
                .writes("work_package +1")
                .leaves(
                        "personal: work-on-package",
                        "immobilien: work-on-package",
                        "wfm: work-on-package",
                        "wfm: work-on-package");
        blockage(course);
        packages(course);
        closures(course);
    }

    /** The day on which networking is to be documented comes, for each of the projects. */
    private static void networking(Course course) {
        String[] plans = PLAN_BOTH.split(", ");
        course.leaves(plans);
        course.city().dateArrives(course.number(), "networking-due");
        course.leaves(plans[0], plans[1], "wfm: log-networking", "wfm: log-networking");
        for (int project = 0; project < 2; project++) {
            course.does("wfm", "log-networking", full("log-networking"))
                    .writes("networking_log +1", "networking_contact +1");
        }
        course.leaves(plans);
    }

    private static void blockage(Course course) {
        ObjectNode blocked = object();
        blocked.put("status", "BLOCKED").put("progress", 40).put("reason", Forms.marked("Die Fläche fehlt."));
        course.does("immobilien", "work-on-package", blocked)
                .writes("work_package_report +1")
                .leaves(
                        "wfm: resolve-blockage",
                        "personal: work-on-package",
                        "wfm: work-on-package",
                        "wfm: work-on-package");
        course.does("wfm", "resolve-blockage", full("resolve-blockage"))
                .writes("blockage +1")
                .leaves(
                        "immobilien: work-on-package",
                        "personal: work-on-package",
                        "wfm: work-on-package",
                        "wfm: work-on-package");
    }

    private static void packages(Course course) {
        course.does("immobilien", "work-on-package", full("work-on-package"))
                .writes("work_package_report +1")
                .leaves("personal: work-on-package", "wfm: work-on-package", "wfm: work-on-package");
        course.doesOne("wfm", "work-on-package", taskOf(course, "AP2"), full("work-on-package"))
                .writes("work_package_report +1")
                .leaves("personal: work-on-package", "wfm: work-on-package");
        course.doesOne("wfm", "work-on-package", taskOf(course, "AP3"), full("work-on-package"))
                .writes("work_package_report +1")
                .leaves("personal: work-on-package", "immobilien: close-project");
        course.does("personal", "work-on-package", full("work-on-package"))
                .writes("work_package_report +1")
                .holds(
                        "select string_agg(distinct status, ', ') from kreislaufstadt.work_package"
                                + " where measure_id = ?::uuid",
                        "DONE")
                .leaves("personal: close-project", "immobilien: close-project");
    }

    private static void closures(Course course) {
        String[] written = {"project_closure +1", "project_closure_indicator +1", "reported_value +2"};
        course.does("immobilien", "close-project", full("close-project"))
                .writes(written)
                .leaves("personal: close-project", "klima: confirm-closure");
        course.does("personal", "close-project", full("close-project"))
                .writes(written)
                .leaves("klima: confirm-closure", "klima: confirm-closure");
        course.does("klima", "confirm-closure", full("confirm-closure"))
                .writes("project_closure_review +1")
                .leaves("klima: confirm-closure");
        course.does("klima", "confirm-closure", full("confirm-closure"))
                .writes("project_closure_review +1", "measure_state_change +1")
                .holds(
                        "select string_agg(status, ', ') from kreislaufstadt.implementation_project"
                                + " where measure_id = ?::uuid",
                        "CLOSED, CLOSED")
                .hasState("EVALUATION")
                .leaves("wfm: evaluate-measure");
    }

    private static String taskOf(Course course, String code) {
        List<String> tasks = course.city().database().values("""
                        select t.id_ from camunda.act_ru_task t
                        join camunda.act_ru_variable v on v.name_ = 'packageId'
                        join kreislaufstadt.work_package p on v.text_ = p.id || '@' || p.department
                        join camunda.act_ru_execution e on e.id_ = t.execution_id_
                        where t.task_def_key_ = 'work-on-package' and p.measure_id = ?::uuid and p.code = ?
                          and v.execution_id_ in (e.id_, e.parent_id_)
                        """, course.measure(), code);
        if (tasks.size() != 1) {
            throw new AssertionError(code + " has the tasks " + tasks);
        }
        return tasks.get(0);
    }
}
