package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Intervention.Wish;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Interventions;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.steer.MeasureSteering;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the tab "Eingreifen" of a measure asks and does: one intervention at a time. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/steering")
class SteeringController {

    private final MeasureSteering measures;
    private final Interventions interventions;

    SteeringController(MeasureSteering measures, Interventions interventions) {
        this.measures = measures;
        this.interventions = interventions;
    }

    @GetMapping("/measures/{number}")
    MeasureSteering.View measure(@PathVariable String number) {
        return measures.of(number, signedIn());
    }

    /** @param item id of a task or job, or number of a measure */
    @PostMapping("/{kind}/{item}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void carryOut(@PathVariable String kind, @PathVariable String item, @RequestBody Wish wish) {
        interventions.carryOut(kind, item, wish, signedIn());
    }

    private static Login signedIn() {
        return SignedIn.current()
                .orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "process.unauthenticated"));
    }
}
