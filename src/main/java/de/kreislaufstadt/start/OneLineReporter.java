package de.kreislaufstadt.start;

import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Reports a failed start on one line for each reason where it is known; everything else keeps its stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class OneLineReporter implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger("de.kreislaufstadt");

    private static final String CONNECTION_FAILED = "08";
    private static final String LOGIN_FAILED = "28";
    private static final String NO_SUCH_DATABASE = "3D";

    /** Called by Spring Boot, which hands over the context if there is one already. */
    OneLineReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line = line(failure);
        line.ifPresent(reasons -> reasons.lines().forEach(LOG::error));
        return line.isPresent();
    }

    static Optional<String> line(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                return Optional.of(cause.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of(StartChecks.portTaken(taken.getPort(), "server"));
            }
            if (cause instanceof SQLException sql && isUnreachable(sql.getSQLState())) {
                return Optional.of("Datenbank nicht erreichbar (spring.datasource.url, .username, .password): "
                        + sql.getMessage().lines().findFirst().orElse(""));
            }
        }
        return Optional.empty();
    }

    private static boolean isUnreachable(String state) {
        return state != null
                && (state.startsWith(CONNECTION_FAILED)
                        || state.startsWith(LOGIN_FAILED)
                        || state.startsWith(NO_SUCH_DATABASE));
    }
}
