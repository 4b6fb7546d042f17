package de.kreislaufstadt.process.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/**
 * Whether something failed because no connection to the database was to be had, or none in time, or what others had locked did not
 * come free: nobody's fault who asks, and worth another attempt. A connection that broke in use is something else, since nobody knows what it still did.
 */
public final class NoConnection {

    /** Seconds after which another attempt makes sense. */
    public static final String RETRY_AFTER = "5";

    /** The server has too many connections, or is not there yet or any more; or somebody else kept a row for too long. */
    private static final Set<String> STATES = Set.of("53300", "57P03", "08001", "55P03");

    private NoConnection() {}

    public static boolean isCauseOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException refused
                            && STATES.contains(String.valueOf(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
