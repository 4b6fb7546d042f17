package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.round.NoSuchRound;
import de.kreislaufstadt.association.round.NotYours;
import de.kreislaufstadt.association.round.RoundRefused;
import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers in the reader's language what was wrong with what they asked of the model approach. */
@RestControllerAdvice(assignableTypes = {ComponentController.class, ConsolidationController.class})
class DeskRefusals extends Refusals {

    DeskRefusals(Answers answers) {
        super(answers, "association.desk", "association.desk.unreadable");
    }

    @ExceptionHandler(DeskRefused.class)
    ResponseEntity<Answers.Problem> notNow(DeskRefused refused, HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, refused.getMessage(), request, refused.arguments());
    }

    @ExceptionHandler(RoundRefused.class)
    ResponseEntity<Answers.Problem> notNow(RoundRefused refused, HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, refused.getMessage(), request, refused.arguments());
    }

    @ExceptionHandler({NoSuchComponent.class, NoSuchRound.class})
    ResponseEntity<Answers.Problem> gone(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "association.desk.gone", request);
    }

    @ExceptionHandler({Readers.NotYours.class, NotYours.class})
    ResponseEntity<Answers.Problem> notYours(HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, "association.desk.notYours", request);
    }
}
