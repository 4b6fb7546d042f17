package de.kreislaufstadt.survey;

import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.TaskContext;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The departments that work on a measure: its lead and those that contribute, as they are called today. */
@Component
class InvolvedDepartments {

    private final Measures measures;
    private final Departments departments;

    InvolvedDepartments(Measures measures, Departments departments) {
        this.measures = measures;
        this.departments = departments;
    }

    /** @return their keys, the lead first, at least one */
    List<String> in(TaskContext task) {
        Measure measure = measures.find(task.municipality(), task.measureId());
        return Stream.concat(Stream.of(measure.lead()), measure.contributing().stream())
                .map(key -> departments.currentOf(task.municipality(), key))
                .distinct()
                .toList();
    }
}
