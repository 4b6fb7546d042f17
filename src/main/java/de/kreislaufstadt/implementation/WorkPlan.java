package de.kreislaufstadt.implementation;

import de.kreislaufstadt.form.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules a plan of work packages has to keep: known predecessors, no cycle, dates in order. */
final class WorkPlan {

    private final List<PlanForm.Row> rows;
    private final Map<String, PlanForm.Row> byKey = new HashMap<>();

    WorkPlan(List<PlanForm.Row> rows) {
        this.rows = rows;
        rows.forEach(row -> byKey.putIfAbsent(row.key(), row));
    }

    /** @throws de.kreislaufstadt.form.FormRefused with everything that is wrong */
    void check() {
        Problems problems = new Problems();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            PlanForm.Row row = rows.get(i);
            String path = "packages[" + i + "].";
            problems.check(keys.add(row.key()), path + "code", "implementation.plan.duplicate");
            problems.check(!row.endsOn().isBefore(row.beginsOn()), path + "endsOn", "implementation.plan.dateOrder");
            row.predecessors().forEach(predecessor -> check(row, predecessor, path, problems));
            problems.check(!isInCycle(row), path + "dependsOn", "implementation.plan.cycle");
        }
        problems.throwIfAny();
    }

    private void check(PlanForm.Row row, String predecessor, String path, Problems problems) {
        if (predecessor.equals(row.key())) {
            problems.check(false, path + "dependsOn", "implementation.plan.self");
            return;
        }
        PlanForm.Row before = byKey.get(predecessor);
        if (before == null) {
            problems.check(false, path + "dependsOn", "implementation.plan.unknown", predecessor);
            return;
        }
        boolean inOrder = !row.beginsOn().isBefore(before.endsOn());
        problems.check(inOrder, path + "beginsOn", "implementation.plan.beforePredecessor", predecessor);
    }

    /** A package that waits for itself by way of others; one that names itself is told so by a message of its own. */
    private boolean isInCycle(PlanForm.Row row) {
        Set<String> reached = new HashSet<>();
        row.predecessors().stream()
                .filter(predecessor -> !predecessor.equals(row.key()))
                .forEach(predecessor -> collect(predecessor, reached));
        return reached.contains(row.key());
    }

    private void collect(String key, Set<String> reached) {
        PlanForm.Row row = byKey.get(key);
        if (row != null && reached.add(key)) {
            row.predecessors().forEach(predecessor -> collect(predecessor, reached));
        }
    }
}
