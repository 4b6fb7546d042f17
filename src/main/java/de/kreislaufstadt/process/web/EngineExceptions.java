package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.process.CompletedMeanwhile;
import de.kreislaufstadt.process.LostConnection;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.spin.SpinRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Turns what goes wrong inside the engine into answers that say whose fault it is and nothing about the inside: refused
 * forms and bad requests 400, forbidden 403, gone 404, lost races 409. What is left is our fault, and logged with its cause:
 * 503 where the database cannot be reached, else 500.
 */
public final class EngineExceptions {

    private static final Logger LOG = LoggerFactory.getLogger(EngineExceptions.class);

    /** Number of the engine's message "because it belongs to no authenticated tenant". */
    private static final String FOREIGN_TENANT = "ENGINE-13034";

    /** A Java object in its serialized form; a decision table whose parts do not fit. */
    private static final List<String> REFUSED = List.of("ENGINE-17007", "ENGINE-22004");

    /** What the engine says about tasks that are not there, once in words and once by forgetting to look. */
    private static final List<String> UNKNOWN_TASK = List.of("Cannot find task with id ", "TaskEntity.getId()");

    private final Answers answers;

    EngineExceptions(Answers answers) {
        this.answers = answers;
    }

    Response respond(Throwable thrown, HttpHeaders headers) {
        Locale locale = Answers.locale(headers == null ? null : headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        if (NoConnection.isCauseOf(thrown)) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, NoConnection.RETRY_AFTER)
                    .entity(answers.problem("Busy", "process.busy", locale))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        if (!isCompletedMeanwhile(thrown) && isOfNobodysCity(thrown)) {
            return json(404, answers.problem("NotFound", "process.notFound", locale));
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FormRefused refused) {
                return json(400, answers.refusal(refused, locale));
            }
            if (cause instanceof CompletedMeanwhile completed) {
                return json(409, answers.completed(completed, locale));
            }
            if (cause instanceof AuthorizationException) {
                return json(403, answers.problem("Forbidden", "process.forbidden", locale));
            }
            if (cause instanceof TaskAlreadyClaimedException) {
                return json(409, answers.problem("Claimed", "form.claimed", locale));
            }
            if (cause instanceof SuspendedEntityInteractionException) {
                return json(409, answers.problem("Paused", "process.paused", locale));
            }
            // A key that is there already, after every check: somebody else has written the same row meanwhile.
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof DuplicateKeyException) {
                return json(409, answers.problem("Conflict", "process.conflict", locale));
            }
            if (cause instanceof NullValueException || cause instanceof NotFoundException) {
                return json(404, answers.problem("NotFound", "process.notFound", locale));
            }
            if (isMissingTask(cause)) {
                return json(404, answers.problem("NotFound", "process.notFound", locale));
            }
            if (isForeignObject(cause)) {
                return json(400, answers.problem("BadRequest", "process.badRequest", locale));
            }
            if (cause instanceof BodyTooLarge) {
                return json(413, answers.problem("TooLarge", "process.bodyTooLarge", locale));
            }
            if (cause instanceof BadUserRequestException
                    || cause instanceof NotValidException
                    || cause instanceof ParseException
                    || cause instanceof UnsupportedOperationException) {
                return json(400, answers.problem("BadRequest", "process.badRequest", locale));
            }
        }
        return other(thrown, locale);
    }

    /** The engine looks for the task once more after somebody who saw it has been too late. */
    private static boolean isCompletedMeanwhile(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CompletedMeanwhile) {
                return true;
            }
        }
        return false;
    }

    /**
     * What belongs to another city is answered as what is not there: any other answer would tell that the id exists. The
     * engine has no exception of its own for either.
     */
    private static boolean isOfNobodysCity(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null
                    && (message.contains(FOREIGN_TENANT)
                            || UNKNOWN_TASK.stream().anyMatch(message::contains))) {
                return true;
            }
        }
        return false;
    }

    private Response other(Throwable thrown, Locale locale) {
        if (thrown instanceof RestException rest
                && rest.getStatus() != null
                && rest.getStatus().getFamily() == Response.Status.Family.CLIENT_ERROR) {
            return clientError(rest.getStatus().getStatusCode(), locale);
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return clientError(web.getResponse().getStatus(), locale);
        }
        // As what is thrown, not as a cause: JSON that our own code cannot read is our fault.
        if (thrown instanceof JsonProcessingException || thrown instanceof SpinRuntimeException) {
            return clientError(400, locale);
        }
        if (WrongValues.isAboutValues(thrown)) {
            return clientError(400, locale);
        }
        LOG.error("Request failed", thrown);
        if (LostConnection.isCauseOf(thrown)) {
            return json(503, answers.problem("DatabaseLost", "process.databaseLost", locale));
        }
        return json(500, answers.problem("InternalError", "process.internal", locale));
    }

    /** The engine asks who may read a task before it has looked whether there is one. */
    private static boolean isMissingTask(Throwable cause) {
        return cause instanceof NullPointerException
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().endsWith(".AuthorizationCommandChecker");
    }

    /** What the engine refuses with nothing but its number to know it by. */
    private static boolean isForeignObject(Throwable cause) {
        return cause instanceof ProcessEngineException
                && cause.getMessage() != null
                && REFUSED.stream().anyMatch(cause.getMessage()::contains);
    }

    private Response clientError(int status, Locale locale) {
        String key = status == 404 ? "process.notFound" : status == 403 ? "process.forbidden" : "process.badRequest";
        return json(status, answers.problem(status == 404 ? "NotFound" : "BadRequest", key, locale));
    }

    private static Response json(int status, Object body) {
        return Response.status(status)
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
