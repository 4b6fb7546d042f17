package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Deputies;
import de.kreislaufstadt.process.Deputies.NewDeputy;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.process.engine.people.TasksOfPeople;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the page "Vertretung" asks, below the web applications like {@link InboxController}. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/deputies")
class DeputyController {

    /** Names the labels of the fields in the messages. */
    private static final String FORM = "deputy";

    private final Deputies deputies;
    private final Answers answers;
    private final TasksOfPeople claims;

    DeputyController(Deputies deputies, Answers answers, TasksOfPeople claims) {
        this.deputies = deputies;
        this.answers = answers;
        this.claims = claims;
    }

    @GetMapping
    Deputies.Page page() {
        return deputies.page(signedIn());
    }

    @PostMapping
    ResponseEntity<Map<String, String>> add(@RequestBody NewDeputy wanted) {
        UUID id = deputies.add(wanted, signedIn());
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", id.toString()));
    }

    @PostMapping("/{id}/end")
    Deputies.Deputy end(@PathVariable UUID id) {
        return deputies.end(id, signedIn()).orElseThrow(Gone::new);
    }

    /** Takes a task over that somebody has claimed for whom the person stands in. */
    @PostMapping("/tasks/{taskId}/take-over")
    Map<String, String> takeOver(@PathVariable String taskId) {
        claims.takeOver(taskId, signedIn());
        return Map.of("taskId", taskId);
    }

    @ExceptionHandler({AuthorizationException.class, TaskAlreadyClaimedException.class})
    ResponseEntity<Answers.Problem> notTheirs(HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, "deputy.notTheirs", request);
    }

    @ExceptionHandler(NullValueException.class)
    ResponseEntity<Answers.Problem> noTask(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "process.taskGone", request);
    }

    @ExceptionHandler(OptimisticLockingException.class)
    ResponseEntity<Answers.Problem> overtaken(HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, "process.conflict", request);
    }

    @ExceptionHandler(FormRefused.class)
    ResponseEntity<Answers.Refusal> refused(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest().body(answers.refusal(refused.inForm(FORM), locale(request)));
    }

    /** JSON of another shape: the field is named where it is known. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        List<JsonMappingException.Reference> path =
                unreadable.getCause() instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        if (path.isEmpty() || path.get(0).getFieldName() == null) {
            return problem(HttpStatus.BAD_REQUEST, "process.badRequest", request);
        }
        return refused(FormRefused.at(path.get(0).getFieldName(), "deputy.unreadable"), request);
    }

    @ExceptionHandler({Gone.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Answers.Problem> gone(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "deputy.gone", request);
    }

    @ExceptionHandler(NotSignedIn.class)
    ResponseEntity<Answers.Problem> notSignedIn(HttpServletRequest request) {
        return problem(HttpStatus.UNAUTHORIZED, "process.unauthenticated", request);
    }

    private ResponseEntity<Answers.Problem> problem(HttpStatus status, String messageKey, HttpServletRequest request) {
        return ResponseEntity.status(status).body(answers.problem(status.name(), messageKey, locale(request)));
    }

    private static Locale locale(HttpServletRequest request) {
        return Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Login signedIn() {
        return SignedIn.current().orElseThrow(NotSignedIn::new);
    }

    private static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final class NotSignedIn extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
