package de.kreislaufstadt.process.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers for our own endpoints what no check before the database has found: characters it does not know, numbers beyond its
 * types. Whose fault that is the database says itself.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class WrongValues {

    /** Class of the SQL states that are about the data of a statement. */
    private static final String DATA = "22";

    private final Answers answers;

    WrongValues(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<Answers.Problem> refused(DataAccessException refused, HttpServletRequest request) {
        if (!isAboutValues(refused)) {
            throw refused;
        }
        return ResponseEntity.badRequest()
                .body(answers.problem(
                        HttpStatus.BAD_REQUEST.name(),
                        "process.badRequest",
                        Answers.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    /** @return whether the database has refused a value, not the statement */
    static boolean isAboutValues(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(DATA)) {
                return true;
            }
        }
        return false;
    }
}
