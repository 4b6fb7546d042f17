package de.kreislaufstadt.imports;

import de.kreislaufstadt.process.web.Answers;
import de.kreislaufstadt.process.web.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says why something about an import is refused; what is no id of one is the id of none. */
@RestControllerAdvice(assignableTypes = ImportController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImportRefusals extends Refusals {

    ImportRefusals(Answers answers) {
        super(answers, "imports", "imports.unreadable");
    }

    @ExceptionHandler(ImportRefused.class)
    ResponseEntity<Answers.Problem> refused(ImportRefused refused, HttpServletRequest request) {
        return problem(refused.status(), refused.getMessage(), request, refused.arguments());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Answers.Problem> unknown(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return "id".equals(wrong.getName())
                ? problem(HttpStatus.NOT_FOUND, "imports.run.unknown", request)
                : problem(HttpStatus.BAD_REQUEST, "process.badRequest", request);
    }
}
