package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.SignedIn;
import de.kreislaufstadt.process.engine.TaskCards;
import de.kreislaufstadt.process.engine.TaskCards.TaskCard;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks at a glance, for the cards of Tasklist's list and its search. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/tasks")
class GlanceController {

    private final TaskCards cards;

    GlanceController(TaskCards cards) {
        this.cards = cards;
    }

    @GetMapping(params = "ids")
    ResponseEntity<List<TaskCard>> tasks(@RequestParam List<String> ids) {
        return signedIn(who -> cards.of(ids.stream().limit(TaskCards.MOST).toList(), who));
    }

    @GetMapping(params = "words")
    ResponseEntity<List<TaskCard>> found(@RequestParam String words) {
        return signedIn(who -> cards.find(words, who));
    }

    private static <T> ResponseEntity<T> signedIn(Function<Login, T> answer) {
        return SignedIn.current()
                .map(who -> ResponseEntity.ok(answer.apply(who)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }
}
