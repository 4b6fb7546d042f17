package de.kreislaufstadt.publication;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.released.TimeFacts;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page Durchlauf asks and does about time facts for the public. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/time-facts")
class TimesController {

    private final TimesDesk desk;
    private final Visitors visitors;

    TimesController(TimesDesk desk, Visitors visitors) {
        this.desk = desk;
        this.visitors = visitors;
    }

    /** @param rows null where nothing was put together yet */
    record Line(String quarter, List<TimeFacts.Row> rows, Instant releasedAt, boolean mayDraft, boolean mayRelease) {}

    @GetMapping
    List<Line> all() {
        return desk.all(signedIn()).stream()
                .map(shown -> new Line(
                        shown.quarter().key(),
                        shown.facts() == null ? null : shown.facts().rows(),
                        shown.releasedAt(),
                        shown.mayDraft(),
                        shown.mayRelease()))
                .toList();
    }

    @PostMapping("/{quarter}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(@PathVariable String quarter) {
        desk.draft(quarter, signedIn());
    }

    @PostMapping("/{quarter}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String quarter) {
        desk.release(quarter, signedIn());
    }

    private Login signedIn() {
        return visitors.current()
                .orElseThrow(() -> new InterventionRefused(Cause.FORBIDDEN, "process.unauthenticated"));
    }
}
