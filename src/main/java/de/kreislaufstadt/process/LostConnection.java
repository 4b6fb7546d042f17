package de.kreislaufstadt.process;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.springframework.transaction.TransactionSystemException;

/** No connection to the database, or one that broke; if that was while it committed, nobody knows whether it did. */
public final class LostConnection {

    /** SQL states of connections that broke, and of a database that was stopped. */
    private static final List<String> STATES = List.of("08", "57P");

    /** What the pool says, without a state, of a connection that it has given up since it broke. */
    private static final String GIVEN_UP = "Connection is closed";

    private LostConnection() {}

    /** @return whether something failed since the database could not be reached any more */
    public static boolean isCauseOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException lost && isOfConnection(lost)
                    // What cannot be rolled back either hides what it was rolled back for.
                    || cause instanceof TransactionSystemException hiding
                            && isCauseOf(hiding.getApplicationException())) {
                return true;
            }
        }
        return false;
    }

    /** A commit whose answer is lost is rolled back at once, and the failure of that takes its place. */
    private static boolean isOfConnection(SQLException lost) {
        String state = lost.getSQLState();
        return state == null
                ? GIVEN_UP.equals(lost.getMessage())
                : STATES.stream().anyMatch(state::startsWith);
    }
}
