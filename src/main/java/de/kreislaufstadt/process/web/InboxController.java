package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.glance.MeasureDesk;
import de.kreislaufstadt.process.engine.glance.MeasureDesk.ChangeRefused;
import de.kreislaufstadt.process.engine.glance.MeasureDesk.Overview;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.task.TaskDesk;
import de.kreislaufstadt.process.engine.task.TaskDesk.OpenForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What our parts of Tasklist ask: forms with their known data, and measures. The address lies below the web applications,
 * so that their sign-in and their protection against cross-site requests cover it.
 */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt")
class InboxController {

    private final TaskDesk tasks;
    private final MeasureDesk measures;
    private final Answers answers;

    InboxController(TaskDesk tasks, MeasureDesk measures, Answers answers) {
        this.tasks = tasks;
        this.measures = measures;
        this.answers = answers;
    }

    @GetMapping("/form/task/{taskId}")
    ResponseEntity<OpenForm> taskForm(@PathVariable String taskId) {
        return found(tasks.task(taskId, signedIn()));
    }

    @GetMapping("/form/start/{processKey}")
    ResponseEntity<OpenForm> startForm(@PathVariable String processKey) {
        return found(tasks.start(processKey, signedIn()));
    }

    @GetMapping("/measures")
    List<Overview> measures() {
        return measures.visibleTo(signedIn());
    }

    @GetMapping("/measures/{number}")
    ResponseEntity<Map<String, Object>> measure(@PathVariable String number) {
        return found(measures.details(number, signedIn()));
    }

    @PostMapping("/measures/{number}/change-details")
    Map<String, String> changeDetails(@PathVariable String number) {
        return Map.of("taskId", measures.changeDetails(number, signedIn()));
    }

    @ExceptionHandler(NotSignedIn.class)
    ResponseEntity<Answers.Problem> notSignedIn(HttpServletRequest request) {
        return problem(HttpStatus.UNAUTHORIZED, "process.unauthenticated", request);
    }

    @ExceptionHandler(ChangeRefused.class)
    ResponseEntity<Answers.Problem> refused(ChangeRefused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.getMessage()) {
            case "process.noMeasure" -> HttpStatus.NOT_FOUND;
            case "process.notLead" -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.CONFLICT;
        };
        return problem(status, refused.getMessage(), request);
    }

    /** Somebody moved the measure on in the same moment; asking again is all there is to do. */
    @ExceptionHandler(OptimisticLockingException.class)
    ResponseEntity<Answers.Problem> overtaken(HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, "process.conflict", request);
    }

    private ResponseEntity<Answers.Problem> problem(HttpStatus status, String messageKey, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .body(answers.problem(
                        status.name(), messageKey, Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    private static <T> ResponseEntity<T> found(Optional<T> answer) {
        return answer.map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static Login signedIn() {
        return SignedIn.current().orElseThrow(NotSignedIn::new);
    }

    private static final class NotSignedIn extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
