package de.kreislaufstadt.process.web;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.InterventionRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in the reader's language why an intervention was refused, or what was wrong with it. */
@RestControllerAdvice(assignableTypes = SteeringController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SteeringRefusals {

    private static final String FORM = "steering";

    private final Answers answers;

    /** @param answers words of refusals */
    protected SteeringRefusals(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(InterventionRefused.class)
    public ResponseEntity<Answers.Problem> refused(InterventionRefused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.why()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return ResponseEntity.status(status)
                .body(answers.problem(
                        status.name(),
                        refused.getMessage(),
                        locale(request),
                        refused.arguments().toArray()));
    }

    @ExceptionHandler(FormRefused.class)
    public ResponseEntity<Answers.Refusal> refused(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest().body(answers.refusal(refused.inForm(FORM), locale(request)));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    public ResponseEntity<Answers.Problem> unreadable(HttpServletRequest request) {
        return ResponseEntity.badRequest()
                .body(answers.problem(HttpStatus.BAD_REQUEST.name(), "process.badRequest", locale(request)));
    }

    /** @return the answer for what is not there */
    protected ResponseEntity<Answers.Problem> notThere(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(answers.problem(HttpStatus.NOT_FOUND.name(), "steering.nothingThere", locale(request)));
    }

    private static Locale locale(HttpServletRequest request) {
        return Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
