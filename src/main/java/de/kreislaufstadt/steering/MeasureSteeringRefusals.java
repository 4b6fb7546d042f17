package de.kreislaufstadt.steering;

import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.SteeringRefusals;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers in the reader's language why an intervention in a measure is not possible. */
@RestControllerAdvice(assignableTypes = MeasureSteeringController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class MeasureSteeringRefusals extends SteeringRefusals {

    MeasureSteeringRefusals(Answers answers) {
        super(answers);
    }

    /** Somebody has moved something of the measure in the same moment; asking again is all there is to do. */
    @ExceptionHandler(ConcurrencyFailureException.class)
    ResponseEntity<Answers.Problem> overtaken(HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, "process.conflict", request);
    }
}
