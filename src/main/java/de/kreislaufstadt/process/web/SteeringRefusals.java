package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.InterventionRefused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in the reader's language why an intervention was refused, or what was wrong with it. */
@RestControllerAdvice(assignableTypes = SteeringController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SteeringRefusals extends Refusals {

    /** @param answers words of refusals */
    @Autowired
    protected SteeringRefusals(Answers answers) {
        super(answers, "steering", null);
    }

    /** As {@link Refusals#Refusals}. */
    protected SteeringRefusals(Answers answers, String form, String unreadable) {
        super(answers, form, unreadable);
    }

    @ExceptionHandler(InterventionRefused.class)
    public ResponseEntity<Answers.Problem> refused(InterventionRefused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.why()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return problem(
                status, refused.getMessage(), request, refused.arguments().toArray());
    }
}
