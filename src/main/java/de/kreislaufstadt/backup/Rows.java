package de.kreislaufstadt.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** Rows of a table as text, the way PostgreSQL's COPY writes and reads them, which every later version of it understands. */
final class Rows {

    private static final int BUFFER = 1 << 16;

    private Rows() {}

    /** Makes the same value the same text in every database, whatever is set there. */
    static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path to kreislaufstadt, camunda");
            statement.execute("set timezone to 'UTC'");
            statement.execute("set datestyle to 'ISO, YMD'");
            statement.execute("set intervalstyle to 'iso_8601'");
            statement.execute("set bytea_output to 'hex'");
            statement.execute("set extra_float_digits to 3");
            // However large the largest table is; somebody sits beside it.
            statement.execute("set statement_timeout to 0");
            statement.execute("set idle_in_transaction_session_timeout to 0");
        }
    }

    /** @return sum of all rows, which went to {@code target} as they came */
    static RowSum copyOut(Connection connection, String table, List<String> columns, OutputStream target)
            throws SQLException, IOException {
        RowSum sum = new RowSum();
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + table + " (" + String.join(", ", columns) + ") to stdout");
        try {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                sum.add(row);
                target.write(row);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return sum;
    }

    static void copyIn(Connection connection, String table, List<String> columns, InputStream rows)
            throws SQLException, IOException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin");
        try {
            byte[] buffer = new byte[BUFFER];
            for (int length = rows.read(buffer); length >= 0; length = rows.read(buffer)) {
                copy.writeToCopy(buffer, 0, length);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
