package de.kreislaufstadt.monitoring.web;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers in the reader's language what was wrong with what they asked about times. */
@RestControllerAdvice(
        basePackages = {
            "de.kreislaufstadt.monitoring.throughput",
            "de.kreislaufstadt.monitoring.timeline",
            "de.kreislaufstadt.monitoring.workload"
        })
class TimesRefusals {

    private static final String FORM = "times";

    private final Answers answers;

    TimesRefusals(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(FormRefused.class)
    ResponseEntity<Answers.Refusal> refused(FormRefused refused, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .body(answers.refusal(
                        refused.inForm(FORM), Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Answers.Refusal> notANumber(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return refused(FormRefused.at(wrong.getName(), "times.number"), request);
    }
}
