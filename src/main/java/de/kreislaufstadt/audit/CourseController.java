package de.kreislaufstadt.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.process.TakenPaths;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.rights.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The course of a measure over HTTP: for those who look everywhere in the municipality, and for heads of departments that lead
 * it or contribute to it.
 */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/measures/{number}/course")
class CourseController {

    private static final int AT_ONCE = 100;

    private final Visitors visitors;
    private final MeasureDirectory measures;
    private final DepartmentDirectory departments;
    private final MeasureCourse course;
    private final CourseTable log;
    private final TakenPaths paths;

    CourseController(
            Visitors visitors,
            MeasureDirectory measures,
            DepartmentDirectory departments,
            MeasureCourse course,
            CourseTable log,
            TakenPaths paths) {
        this.visitors = visitors;
        this.measures = measures;
        this.departments = departments;
        this.course = course;
        this.log = log;
        this.paths = paths;
    }

    /**
     * @param entries the latest first
     * @param more number to ask with for those before; absent if these are all
     * @param pictures processes with the way the measure has taken, in the order in which it came to them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<CourseEntry> entries, Long more, List<Picture> pictures) {}

    /** A picture that can be asked for. */
    record Picture(String process, int version, String name) {}

    /** @param steps how often each step was completed, as the log has it, by its id */
    record Way(
            String xml,
            Map<String, Integer> elements,
            List<String> open,
            List<String> flows,
            Map<String, Integer> steps) {}

    private record Seen(String municipality, Row measure) {}

    @GetMapping
    @Transactional(readOnly = true)
    public ResponseEntity<Page> course(
            @PathVariable String number, @RequestParam(defaultValue = Long.MAX_VALUE + "") long before) {
        return ResponseEntity.of(seen(number).map(seen -> {
            MeasureCourse.Stretch stretch =
                    course.of(seen.municipality(), seen.measure().id(), before, AT_ONCE);
            List<Picture> pictures = log
                    .steps(seen.municipality(), seen.measure().id())
                    .stream()
                    .map(steps -> new Picture(steps.process(), steps.version(), paths.nameOf(steps.process())))
                    .toList();
            return new Page(stretch.entries(), stretch.more(), pictures);
        }));
    }

    @GetMapping("/{process}/{version}")
    @Transactional(readOnly = true)
    public ResponseEntity<Way> way(
            @PathVariable String number, @PathVariable String process, @PathVariable int version) {
        return ResponseEntity.of(seen(number).flatMap(seen -> {
            // Only models that this measure has been through.
            Optional<CourseTable.Steps> done = log
                    .steps(seen.municipality(), seen.measure().id())
                    .stream()
                    .filter(steps -> steps.process().equals(process) && steps.version() == version)
                    .findFirst();
            return done.flatMap(steps -> paths.of(seen.municipality(), number, process, version)
                    .map(path -> new Way(
                            path.xml(), path.elements(), path.open(), path.flows(), new HashMap<>(steps.times()))));
        }));
    }

    private Optional<Seen> seen(String number) {
        return visitors.current().filter(who -> who.tenants().size() == 1).flatMap(who -> seen(number, who));
    }

    private Optional<Seen> seen(String number, Login who) {
        String municipality = who.tenants().get(0);
        boolean everywhere = Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere);
        List<String> own = departments.ledBy(municipality, who.groups());
        return measures.visibleTo(municipality, number, own, everywhere)
                .filter(row -> everywhere || Set.of("LEAD", "CONTRIBUTING").contains(row.role()))
                .map(row -> new Seen(municipality, row));
    }
}
