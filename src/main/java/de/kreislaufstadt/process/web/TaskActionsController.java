package de.kreislaufstadt.process.web;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.desk.ExtensionDesk;
import de.kreislaufstadt.process.engine.desk.FollowUpDesk;
import de.kreislaufstadt.process.engine.desk.HandOverDesk;
import de.kreislaufstadt.process.engine.desk.QuestionDesk;
import de.kreislaufstadt.process.engine.desk.TaskActionRefused;
import de.kreislaufstadt.process.engine.desk.TaskPlaces;
import de.kreislaufstadt.process.engine.desk.UndoDesk;
import de.kreislaufstadt.process.engine.glance.TaskHistory.Line;
import de.kreislaufstadt.process.engine.people.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
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

/** What people do with an open task other than completing it: put it off, hand it over, give it back, ask about it. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/tasks/{taskId}")
class TaskActionsController {

    private final TaskPlaces places;
    private final FollowUpDesk followUps;
    private final HandOverDesk handOvers;
    private final QuestionDesk questions;
    private final ExtensionDesk extensions;
    private final UndoDesk undos;
    private final Answers answers;

    TaskActionsController(
            TaskPlaces places,
            FollowUpDesk followUps,
            HandOverDesk handOvers,
            QuestionDesk questions,
            ExtensionDesk extensions,
            UndoDesk undos,
            Answers answers) {
        this.places = places;
        this.followUps = followUps;
        this.handOvers = handOvers;
        this.questions = questions;
        this.extensions = extensions;
        this.undos = undos;
        this.answers = answers;
    }

    /** Whom the task goes to, and why. */
    record HandOver(String colleague, String department, String reason) {}

    /** Why it goes back; to the sending department if that is asked for, else to the group. */
    record GivenBack(boolean toSender, String reason) {}

    @GetMapping("/place")
    TaskPlaces.Place place(@PathVariable String taskId) {
        return places.of(taskId, signedIn());
    }

    @GetMapping("/choices")
    TaskPlaces.Choices choices(@PathVariable String taskId) {
        return places.choices(taskId, signedIn());
    }

    @GetMapping("/history")
    List<Line> history(@PathVariable String taskId) {
        return places.history(taskId, signedIn());
    }

    @PostMapping("/follow-up")
    FollowUpDesk.Done putOff(@PathVariable String taskId, @RequestBody FollowUpDesk.Wish wish) {
        return followUps.putOff(taskId, wish, signedIn());
    }

    @PostMapping("/bring-back")
    Map<String, UUID> bringBack(@PathVariable String taskId) {
        return event(followUps.bringBack(taskId, signedIn()));
    }

    /** To a colleague or to a department; a department comes first, since it needs a reason. */
    @PostMapping("/hand-over")
    Map<String, UUID> handOver(@PathVariable String taskId, @RequestBody HandOver wish) {
        // An empty department is one that was to be chosen, and is refused as such.
        return event(
                wish.department() != null
                        ? handOvers.toDepartment(taskId, wish.department(), wish.reason(), signedIn())
                        : handOvers.toColleague(taskId, wish.colleague(), wish.reason(), signedIn()));
    }

    @PostMapping("/give-back")
    Map<String, UUID> giveBack(@PathVariable String taskId, @RequestBody GivenBack wish) {
        return event(
                wish.toSender()
                        ? handOvers.toSender(taskId, wish.reason(), signedIn())
                        : handOvers.toGroup(taskId, wish.reason(), signedIn()));
    }

    @PostMapping("/question")
    Map<String, UUID> ask(@PathVariable String taskId, @RequestBody QuestionDesk.Question wish) {
        return event(questions.ask(taskId, wish, signedIn()));
    }

    @PostMapping("/answer")
    Map<String, UUID> answer(@PathVariable String taskId, @RequestBody QuestionDesk.Answer wish) {
        return event(questions.answer(taskId, wish, signedIn()));
    }

    @PostMapping("/withdraw")
    Map<String, UUID> withdraw(@PathVariable String taskId) {
        return event(questions.withdraw(taskId, signedIn()));
    }

    @PostMapping("/extend")
    ExtensionDesk.Done extend(@PathVariable String taskId, @RequestBody ExtensionDesk.Wish wish) {
        return extensions.extend(taskId, wish, signedIn());
    }

    @PostMapping("/undo/{event}")
    Map<String, UUID> undo(@PathVariable String taskId, @PathVariable UUID event) {
        return event(undos.undo(taskId, event, signedIn()));
    }

    @ExceptionHandler(FormRefused.class)
    ResponseEntity<Answers.Refusal> refused(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest().body(answers.refusal(refused, locale(request)));
    }

    @ExceptionHandler(TaskActionRefused.class)
    ResponseEntity<Answers.Problem> refused(TaskActionRefused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.why()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return problem(
                status, refused.getMessage(), request, refused.arguments().toArray());
    }

    /** Somebody else has moved or completed the task in the same moment. */
    @ExceptionHandler(OptimisticLockingException.class)
    ResponseEntity<Answers.Problem> overtaken(HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, "process.conflict", request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Answers.Problem> unreadable(HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "process.badRequest", request);
    }

    @ExceptionHandler(NotSignedIn.class)
    ResponseEntity<Answers.Problem> notSignedIn(HttpServletRequest request) {
        return problem(HttpStatus.UNAUTHORIZED, "process.unauthenticated", request);
    }

    private ResponseEntity<Answers.Problem> problem(
            HttpStatus status, String messageKey, HttpServletRequest request, Object... arguments) {
        return ResponseEntity.status(status)
                .body(answers.problem(status.name(), messageKey, locale(request), arguments));
    }

    private static Locale locale(HttpServletRequest request) {
        return Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Map<String, UUID> event(UUID id) {
        return Map.of("event", id);
    }

    private static Login signedIn() {
        return SignedIn.current().orElseThrow(NotSignedIn::new);
    }

    private static final class NotSignedIn extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
