package de.kreislaufstadt.reporting.periodic;

import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.Refusals;
import de.kreislaufstadt.reporting.periodic.ReportDesk.Gone;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers in the reader's language what was wrong with what they asked of a report; what is no id is the id of none. */
@RestControllerAdvice(assignableTypes = ReportController.class)
class ReportRefusals extends Refusals {

    ReportRefusals(Answers answers) {
        super(answers, "report", null);
    }

    @ExceptionHandler({Gone.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Answers.Problem> gone(HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "report.gone", request);
    }
}
