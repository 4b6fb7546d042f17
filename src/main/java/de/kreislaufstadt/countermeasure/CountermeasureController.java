package de.kreislaufstadt.countermeasure;

import de.kreislaufstadt.countermeasure.Countermeasures.Countermeasure;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.MeasuresInSight;
import de.kreislaufstadt.process.Visitors;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the page of a measure shows of its countermeasures. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/measures/{number}/countermeasures")
class CountermeasureController {

    private final Texts texts = Texts.of("countermeasure");
    private final Countermeasures countermeasures;
    private final Shown shown;
    private final Visitors visitors;
    private final MeasuresInSight measures;

    CountermeasureController(
            Countermeasures countermeasures, Shown shown, Visitors visitors, MeasuresInSight measures) {
        this.countermeasures = countermeasures;
        this.shown = shown;
        this.visitors = visitors;
        this.measures = measures;
    }

    /** A countermeasure in words. */
    record Line(String cause, String state, boolean running, LocalDate deadline, List<Step> steps) {}

    /** What was done in it; null for what nobody said. */
    record Step(String what, String reason, String text, LocalDate until, LocalDate on) {}

    @GetMapping
    List<Line> of(@PathVariable String number) {
        Login who = visitors.current().orElseThrow();
        return measures.find(who, number)
                .map(row -> countermeasures.of(who.tenants().get(0), row.id()).stream()
                        .map(this::line)
                        .toList())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Line line(Countermeasure one) {
        return new Line(
                shown.cause(one),
                texts.name("countermeasure.state", one.state()),
                one.state() == Countermeasures.State.RUNNING,
                one.deadline(),
                one.steps().stream()
                        .map(step -> new Step(
                                texts.name("countermeasure.kind", step.kind()),
                                step.reason(),
                                step.text(),
                                step.until(),
                                step.on()))
                        .toList());
    }
}
