package de.kreislaufstadt.upgrade;

import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.SteeringRefusals;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says why a run was refused; what is no id of one is the id of none. */
@RestControllerAdvice(assignableTypes = LiftController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class LiftRefusals extends SteeringRefusals {

    LiftRefusals(Answers answers) {
        super(answers, "upgrade", "upgrade.unreadable");
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Answers.Problem> unknown(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "upgrade.noRun", request);
    }
}
