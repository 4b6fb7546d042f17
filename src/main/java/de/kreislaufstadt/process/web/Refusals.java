package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import de.kreislaufstadt.form.FormRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What every page of ours answers to wrong input, in the reader's language; a page's advice adds what only it refuses. */
public abstract class Refusals {

    private final Answers answers;
    private final String form;
    private final String unreadable;

    /**
     * @param form first part of the keys of the field's names, {@code <form>.field.<field>}
     * @param unreadable key of the text beside a field whose value is of another kind; null where the field is not named
     */
    protected Refusals(Answers answers, String form, String unreadable) {
        this.answers = answers;
        this.form = form;
        this.unreadable = unreadable;
    }

    /** Names each field and the reason. */
    @ExceptionHandler(FormRefused.class)
    public ResponseEntity<Answers.Refusal> refused(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.badRequest().body(answers.refusal(refused.inForm(form), locale(request)));
    }

    /** JSON of another shape: the field is named where it is known. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    public ResponseEntity<?> unreadable(HttpMessageNotReadableException failure, HttpServletRequest request) {
        List<JsonMappingException.Reference> path =
                failure.getCause() instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        if (unreadable == null || path.isEmpty() || path.get(0).getFieldName() == null) {
            return problem(HttpStatus.BAD_REQUEST, "process.badRequest", request);
        }
        return refused(FormRefused.at(path.get(0).getFieldName(), unreadable), request);
    }

    /** @return the answer with this status and text */
    protected ResponseEntity<Answers.Problem> problem(
            HttpStatus status, String messageKey, HttpServletRequest request, Object... arguments) {
        return ResponseEntity.status(status)
                .body(answers.problem(status.name(), messageKey, locale(request), arguments));
    }

    private static Locale locale(HttpServletRequest request) {
        return Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
