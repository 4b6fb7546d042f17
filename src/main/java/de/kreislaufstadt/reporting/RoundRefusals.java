package de.kreislaufstadt.reporting;

import com.fasterxml.jackson.databind.JsonMappingException;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers in the reader's language what was wrong with what they asked of a round. */
@RestControllerAdvice(assignableTypes = RoundController.class)
class RoundRefusals {

    private static final String FORM = "reporting";

    private final Answers answers;

    RoundRefusals(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(FormRefused.class)
    ResponseEntity<Answers.Refusal> refused(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest()
                .body(answers.refusal(
                        refused.inForm(FORM), Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    /** JSON of another shape: the field is named where it is known. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        List<JsonMappingException.Reference> path =
                unreadable.getCause() instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        if (path.isEmpty() || path.get(0).getFieldName() == null) {
            return problem(HttpStatus.BAD_REQUEST, "process.badRequest", request);
        }
        return refused(FormRefused.at(path.get(0).getFieldName(), "reporting.unreadable"), request);
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

    private ResponseEntity<Answers.Problem> problem(HttpStatus status, String messageKey, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .body(answers.problem(
                        status.name(), messageKey, Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }
}
