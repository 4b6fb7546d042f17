package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.glance.MeasureDesk;
import de.kreislaufstadt.process.engine.glance.TaskCards;
import de.kreislaufstadt.process.engine.glance.TaskCards.TaskCard;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks at a glance, for the cards of Tasklist's list, its search, and the tab that shows a task's measure. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/tasks")
class GlanceController {

    private final TaskCards cards;
    private final MeasureDesk measures;

    GlanceController(TaskCards cards, MeasureDesk measures) {
        this.cards = cards;
        this.measures = measures;
    }

    @GetMapping(params = "ids")
    ResponseEntity<List<TaskCard>> tasks(@RequestParam List<String> ids) {
        return signedIn(who -> cards.of(ids.stream().limit(TaskCards.MOST).toList(), who));
    }

    @GetMapping(params = "words")
    ResponseEntity<List<TaskCard>> found(@RequestParam String words) {
        return signedIn(who -> cards.find(words, who));
    }

    /** The measure of a task: its record, the steps before, and what is open elsewhere. */
    @GetMapping("/{taskId}/measure")
    ResponseEntity<Map<String, Object>> measure(@PathVariable String taskId) {
        return SignedIn.current()
                .map(who -> ResponseEntity.of(measures.ofTask(taskId, who)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }

    private static <T> ResponseEntity<T> signedIn(Function<Login, T> answer) {
        return SignedIn.current()
                .map(who -> ResponseEntity.ok(answer.apply(who)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }
}
