package de.kreislaufstadt.steering;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers in the reader's language why an intervention in a measure is not possible. */
@RestControllerAdvice(assignableTypes = MeasureSteeringController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class MeasureSteeringRefusals {

    private static final String FORM = "steering";

    private final Answers answers;

    MeasureSteeringRefusals(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(FormRefused.class)
    ResponseEntity<Answers.Refusal> refused(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest().body(answers.refusal(refused.inForm(FORM), locale(request)));
    }

    @ExceptionHandler(SteeringRefused.class)
    ResponseEntity<Answers.Problem> refused(SteeringRefused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.why()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return problem(
                status, refused.getMessage(), request, refused.arguments().toArray());
    }

    /** Somebody has moved something of the measure in the same moment; asking again is all there is to do. */
    @ExceptionHandler(ConcurrencyFailureException.class)
    ResponseEntity<Answers.Problem> overtaken(HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, "process.conflict", request);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Answers.Problem> unreadable(HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "process.badRequest", request);
    }

    private ResponseEntity<Answers.Problem> problem(
            HttpStatus status, String messageKey, HttpServletRequest request, Object... arguments) {
        return ResponseEntity.status(status)
                .body(answers.problem(status.name(), messageKey, locale(request), arguments));
    }

    private static Locale locale(HttpServletRequest request) {
        return Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
