package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.steering.MeasureInterruptions.Wish;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the tab Eingreifen of a measure asks and does about the measure as a whole. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/measures/{number}/steering")
class MeasureSteeringController {

    private final MeasureInterruptions steering;
    private final SteeringDesk desk;
    private final Visitors visitors;

    MeasureSteeringController(MeasureInterruptions steering, SteeringDesk desk, Visitors visitors) {
        this.steering = steering;
        this.desk = desk;
        this.visitors = visitors;
    }

    @GetMapping
    SteeringDesk.Page page(@PathVariable String number) {
        return desk.page(number, signedIn());
    }

    @PostMapping("/pause")
    SteeringDesk.Report pause(@PathVariable String number, @RequestBody Wish wish) {
        return desk.report(steering.pause(number, wish, signedIn()));
    }

    @PostMapping("/resume")
    SteeringDesk.Report resume(@PathVariable String number, @RequestBody Wish wish) {
        return desk.report(steering.resume(number, wish, signedIn()));
    }

    @PostMapping("/cancel")
    SteeringDesk.Report cancel(@PathVariable String number, @RequestBody Wish wish) {
        return desk.report(steering.cancel(number, wish, signedIn()));
    }

    @PostMapping("/merge")
    SteeringDesk.Report merge(@PathVariable String number, @RequestBody Wish wish) {
        return desk.report(steering.merge(number, wish, signedIn()));
    }

    @PostMapping("/lead")
    SteeringDesk.Report changeLead(@PathVariable String number, @RequestBody Wish wish) {
        return desk.report(steering.changeLead(number, wish, signedIn()));
    }

    private Login signedIn() {
        return visitors.current()
                .orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "process.unauthenticated"));
    }
}
