package de.kreislaufstadt.guest;

import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers in the reader's language what was wrong with what they sent about people of no municipality. */
@RestControllerAdvice(assignableTypes = {GuestController.class, ModerationController.class})
class GuestRefusals extends Refusals {

    GuestRefusals(Answers answers) {
        super(answers, "guest", "guest.unreadable");
    }

    @ExceptionHandler({Moderation.Gone.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Answers.Problem> gone(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "guest.gone", request);
    }

    @ExceptionHandler(Moderation.NotYours.class)
    ResponseEntity<Answers.Problem> notYours(HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, "guest.notYours", request);
    }
}
