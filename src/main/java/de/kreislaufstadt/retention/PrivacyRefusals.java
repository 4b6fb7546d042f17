package de.kreislaufstadt.retention;

import com.fasterxml.jackson.databind.JsonMappingException;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers what is refused, in the language of who asks and without repeating what was sent. */
@RestControllerAdvice(assignableTypes = {PrivacyController.class, PersonController.class})
class PrivacyRefusals {

    private static final String FORM = "privacy";

    private final Answers answers;

    PrivacyRefusals(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Answers.Problem> refused(Refused refused, HttpServletRequest request) {
        return ResponseEntity.status(refused.status())
                .body(answers.problem(
                        refused.status().name(), refused.messageKey(), locale(request), refused.arguments()));
    }

    @ExceptionHandler(FormRefused.class)
    ResponseEntity<Answers.Refusal> field(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest().body(answers.refusal(refused.inForm(FORM), locale(request)));
    }

    /** JSON of another shape: the field is named where it is known. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        List<JsonMappingException.Reference> path =
                unreadable.getCause() instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        if (path.isEmpty() || path.get(0).getFieldName() == null) {
            return ResponseEntity.badRequest()
                    .body(answers.problem(HttpStatus.BAD_REQUEST.name(), "process.badRequest", locale(request)));
        }
        return field(FormRefused.at(path.get(0).getFieldName(), "privacy.unreadable"), request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Answers.Problem> noId(HttpServletRequest request) {
        return refused(Refused.unknown("privacy.block.gone"), request);
    }

    private static Locale locale(HttpServletRequest request) {
        return Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
