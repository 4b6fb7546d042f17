package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Visitors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page "Modellansatz der Kommune" asks and does. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/standing")
class StandingController {

    private final StandingPage page;
    private final StandingDesk desk;
    private final Visitors visitors;

    StandingController(StandingPage page, StandingDesk desk, Visitors visitors) {
        this.page = page;
        this.desk = desk;
        this.visitors = visitors;
    }

    /** @param confirmed whether what reads like a name is none */
    record Release(int number, boolean confirmed) {}

    record Withdrawal(String reason) {}

    @GetMapping
    StandingPage.Page page() {
        return page.of(signedIn());
    }

    @PostMapping("/{component}")
    @ResponseStatus(HttpStatus.CREATED)
    void enter(@PathVariable String component, @RequestBody StandingEntry entry) {
        desk.enter(component, entry, signedIn());
    }

    @PostMapping("/{component}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String component, @RequestBody Release wanted) {
        desk.release(component, wanted.number(), wanted.confirmed(), signedIn());
    }

    @PostMapping("/{component}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String component, @RequestBody Withdrawal wanted) {
        desk.withdraw(component, wanted.reason(), signedIn());
    }

    private Login signedIn() {
        return visitors.current()
                .orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "process.unauthenticated"));
    }
}
