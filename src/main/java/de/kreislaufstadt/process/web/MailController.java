package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.MailSettings;
import de.kreislaufstadt.process.MailSettings.Choice;
import de.kreislaufstadt.process.MailSettings.Language;
import de.kreislaufstadt.process.MailSettings.Outbox;
import de.kreislaufstadt.process.MailSettings.Rhythm;
import de.kreislaufstadt.process.engine.people.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What the page Benachrichtigungen asks: how one wants to be notified, and for administrators the state of the outbox. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/mail")
class MailController {

    private final MailSettings mail;
    private final Answers answers;

    MailController(MailSettings mail, Answers answers) {
        this.mail = mail;
        this.answers = answers;
    }

    /** @param outbox null for everybody but administrators */
    record Page(
            Choice own,
            List<Choice> mailboxes,
            @JsonInclude(JsonInclude.Include.NON_NULL) Outbox outbox) {}

    /** @param department null for oneself */
    record Chosen(String department, Rhythm rhythm, Language language) {}

    @GetMapping
    Page page() {
        Login who = signedIn();
        return new Page(
                mail.ownOf(who).orElse(null),
                mail.mailboxesOf(who),
                SignedIn.isAdministrator(who) ? mail.outbox() : null);
    }

    @PostMapping("/choice")
    ResponseEntity<?> choose(@RequestBody Chosen chosen, HttpServletRequest request) {
        if (chosen.rhythm() == null || chosen.language() == null) {
            return unreadable(request);
        }
        mail.choose(signedIn(), chosen.department(), chosen.rhythm(), chosen.language());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/outbox/{id}/release")
    ResponseEntity<?> release(@PathVariable UUID id, HttpServletRequest request) {
        requireAdministrator();
        return mail.release(id)
                ? ResponseEntity.noContent().build()
                : problem(HttpStatus.CONFLICT, "process.conflict", request);
    }

    @PostMapping("/outbox/release-failed")
    Map<String, Integer> releaseFailed() {
        requireAdministrator();
        return Map.of("released", mail.releaseFailed());
    }

    @ExceptionHandler(NotSignedIn.class)
    ResponseEntity<?> notSignedIn(HttpServletRequest request) {
        return problem(HttpStatus.UNAUTHORIZED, "process.unauthenticated", request);
    }

    @ExceptionHandler({MailSettings.NotYours.class, NotAdministrator.class})
    ResponseEntity<?> forbidden(HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, "process.forbidden", request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<?> unreadable(HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "process.badRequest", request);
    }

    private ResponseEntity<?> problem(HttpStatus status, String messageKey, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .body(answers.problem(
                        status.name(), messageKey, Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    private static Login signedIn() {
        return SignedIn.current().orElseThrow(NotSignedIn::new);
    }

    private static void requireAdministrator() {
        if (!SignedIn.isAdministrator(signedIn())) {
            throw new NotAdministrator();
        }
    }

    private static final class NotSignedIn extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final class NotAdministrator extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
