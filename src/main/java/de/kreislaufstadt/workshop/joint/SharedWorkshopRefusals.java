package de.kreislaufstadt.workshop.joint;

import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers in the reader's language why a joint workshop is not shown. */
@RestControllerAdvice(assignableTypes = SharedWorkshopsPage.class)
class SharedWorkshopRefusals extends Refusals {

    SharedWorkshopRefusals(Answers answers) {
        super(answers, "workshop", null);
    }

    @ExceptionHandler(SharedWorkshopDesk.NoSuchWorkshop.class)
    ResponseEntity<Answers.Problem> gone(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "workshop.joint.gone", request);
    }

    @ExceptionHandler(JointReaders.NotYours.class)
    ResponseEntity<Answers.Problem> notYours(HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, "workshop.joint.notYours", request);
    }
}
