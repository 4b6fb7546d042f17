package de.kreislaufstadt.reporting;

import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers in the reader's language what was wrong with what they asked of a round. */
@RestControllerAdvice(assignableTypes = RoundController.class)
class RoundRefusals extends Refusals {

    RoundRefusals(Answers answers) {
        super(answers, "reporting", "reporting.unreadable");
    }

    @ExceptionHandler(RoundRefused.class)
    ResponseEntity<Answers.Problem> notNow(RoundRefused refused, HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, refused.getMessage(), request);
    }

    @ExceptionHandler(RoundDesk.NoSuchRound.class)
    ResponseEntity<Answers.Problem> gone(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "reporting.gone", request);
    }

    @ExceptionHandler(ClimateUnit.NotYours.class)
    ResponseEntity<Answers.Problem> notYours(HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, "reporting.notYours", request);
    }
}
