package de.kreislaufstadt.monitoring.timeline;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.monitoring.timeline.TimelineMeasures.Found;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Visitors;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final int LONGEST = 200;
    private static final Pattern STATE = Pattern.compile("([A-Z][A-Z0-9_]{1,39})?");

    private final Timeline timeline;
    private final TimelineMeasures measures;
    private final Visitors visitors;

    TimelineController(Timeline timeline, TimelineMeasures measures, Visitors visitors) {
        this.timeline = timeline;
        this.measures = measures;
        this.visitors = visitors;
    }

    /**
     * @param page from 0 on
     * @param words part of a number or title, at most {@value #LONGEST} characters; empty for all
     * @param state only measures in this state, e.g. {@code WORKSHOPS}; empty for all
     */
    @GetMapping
    ResponseEntity<Timeline.Page> page(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String state) {
        if (page < 0) {
            throw FormRefused.at("page", "times.page");
        }
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw FormRefused.at("words", "monitoring.wrong.words", LONGEST);
        }
        if (!STATE.matcher(state).matches()) {
            throw FormRefused.at("state", "monitoring.wrong.value");
        }
        Optional<Login> who = visitors.current().filter(login -> login.tenants().size() == 1);
        return who.map(login -> {
                    Found found = measures.some(login, words, state, (long) page * SIZE, SIZE);
                    return ResponseEntity.ok(new Timeline.Page(
                            timeline.today(),
                            found.total(),
                            timeline.of(login.tenants().get(0), found.shown())));
                })
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    @GetMapping("/{number}")
    ResponseEntity<Timeline.Page> measure(@PathVariable String number) {
        Optional<Login> who = visitors.current().filter(login -> login.tenants().size() == 1);
        return ResponseEntity.of(who.flatMap(login -> measures.one(login, number).stream()
                .findFirst()
                .map(shown -> new Timeline.Page(
                        timeline.today(), 1, timeline.of(login.tenants().get(0), List.of(shown))))));
    }
}
