package de.kreislaufstadt.monitoring.timeline;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.rights.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Cockpit asks for the Zeitachse of one measure and of all; everybody sees the measures they may read anyway. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/timeline")
class TimelineController {

    /** Measures on one page. */
    static final int SIZE = 25;

    private final Timeline timeline;
    private final MeasureDirectory measures;
    private final DepartmentDirectory departments;
    private final Visitors visitors;

    TimelineController(
            Timeline timeline, MeasureDirectory measures, DepartmentDirectory departments, Visitors visitors) {
        this.timeline = timeline;
        this.measures = measures;
        this.departments = departments;
        this.visitors = visitors;
    }

    /**
     * @param page from 0 on
     * @param words part of a number or title; empty for all
     * @param state only measures in this state; empty for all
     */
    @GetMapping
    ResponseEntity<Timeline.Page> page(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String state) {
        if (page < 0) {
            throw FormRefused.at("page", "times.page");
        }
        Optional<Login> who = visitors.current().filter(login -> login.tenants().size() == 1);
        return who.map(login -> {
                    List<Row> found = visible(login).stream()
                            .filter(row -> state.isEmpty() || row.state().equals(state))
                            .filter(row -> contains(row, words.strip().toLowerCase(Locale.GERMAN)))
                            .toList();
                    List<Row> shown =
                            found.stream().skip((long) page * SIZE).limit(SIZE).toList();
                    return ResponseEntity.ok(new Timeline.Page(
                            timeline.today(),
                            found.size(),
                            timeline.of(login.tenants().get(0), shown)));
                })
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    @GetMapping("/{number}")
    ResponseEntity<Timeline.Page> measure(@PathVariable String number) {
        Optional<Login> who = visitors.current().filter(login -> login.tenants().size() == 1);
        return ResponseEntity.of(who.flatMap(login -> visible(login).stream()
                .filter(row -> row.number().equals(number))
                .findFirst()
                .map(row -> new Timeline.Page(
                        timeline.today(), 1, timeline.of(login.tenants().get(0), List.of(row))))));
    }

    private List<Row> visible(Login who) {
        String municipality = who.tenants().get(0);
        boolean everywhere = Role.of(who.groups(), who.tenants()).stream().anyMatch(Role::looksEverywhere);
        return measures.visibleTo(municipality, departments.departmentsOf(municipality, who.groups()), everywhere);
    }

    private static boolean contains(Row row, String words) {
        return row.number().toLowerCase(Locale.GERMAN).contains(words)
                || row.title().toLowerCase(Locale.GERMAN).contains(words);
    }
}
