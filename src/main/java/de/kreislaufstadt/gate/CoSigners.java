package de.kreislaufstadt.gate;

import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.measure.SignableRecord.Touches;
import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.TaskContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who has to sign, as the decision table {@code co-signature} says it. The lead is never among them: it signs last. */
@Component
class CoSigners {

    private final Decisions decisions;
    private final DepartmentDirectory departments;
    private final Measures measures;

    CoSigners(Decisions decisions, DepartmentDirectory departments, Measures measures) {
        this.measures = measures;
        this.decisions = decisions;
        this.departments = departments;
    }

    /**
     * @param byDepartment roles by the department that holds them
     * @param nobodys roles that no department of the municipality has
     */
    record Asked(Map<String, List<String>> byDepartment, List<String> nobodys) {}

    Asked of(TaskContext step, Touches touches) {
        Map<String, List<String>> byDepartment = new LinkedHashMap<>();
        List<String> nobodys = new ArrayList<>();
        Set<String> roles = roles(step, touches);
        String lead = roles.isEmpty() ? null : lead(step);
        for (String role : roles) {
            Optional<String> holder = departments
                    .departmentWithRole(step.municipality(), role)
                    .map(department -> departments.currentOf(step.municipality(), department));
            if (holder.isEmpty()) {
                nobodys.add(role);
            } else if (!holder.get().equals(lead)) {
                byDepartment
                        .computeIfAbsent(holder.get(), department -> new ArrayList<>())
                        .add(role);
            }
        }
        return new Asked(byDepartment, nobodys);
    }

    /** Who leads today: whoever has just been given the measure signs last, even before its process knows of it. */
    private String lead(TaskContext step) {
        return departments.currentOf(
                step.municipality(),
                measures.find(step.municipality(), step.measureId()).lead());
    }

    /** The table looks at one field and one concern at a time. */
    private Set<String> roles(TaskContext step, Touches touches) {
        Set<String> roles = new LinkedHashSet<>();
        for (CircularField field : touches.circularFields()) {
            roles.addAll(ask(step, field.name(), null, false, null));
        }
        String concerns = step.text("concerns");
        if (concerns != null && !concerns.isEmpty()) {
            Arrays.stream(concerns.split(",")).forEach(concern -> roles.addAll(ask(step, null, concern, false, null)));
        }
        roles.addAll(ask(step, null, null, touches.cityBudget(), step.text("body")));
        return roles;
    }

    private List<String> ask(TaskContext step, String field, String concern, boolean cityBudget, String body) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("field", field);
        inputs.put("concern", concern);
        inputs.put("cityBudget", cityBudget);
        inputs.put("body", body);
        return decisions.evaluate(step.municipality(), "co-signature", inputs).stream()
                .map(row -> row.get("role").toString())
                .toList();
    }
}
