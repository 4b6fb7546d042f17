package de.kreislaufstadt.observation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, and lets us write. Asked over a connection of its own: while all connections of the pool are in
 * use the node is busy, not broken, and taking it away would give its work to others that are as busy. It is kept between looks
 * and opened anew when it breaks.
 */
@Component("databaseHealthIndicator")
class DatabaseHealth extends ReportedHealth implements DisposableBean {

    /** Seconds, for connecting and for an answer each: shorter than any probe waits. */
    private static final String PATIENCE = "2";

    private final JdbcConnectionDetails database;
    private final ReentrantLock looking = new ReentrantLock();
    private Connection connection;
    private volatile Optional<String> last = Optional.empty();

    DatabaseHealth(JdbcConnectionDetails database) {
        super("database", "Datenbank");
        this.database = database;
    }

    /** Who asks while another one looks is told what was found before: nobody queues behind a database that is silent. */
    @Override
    protected Optional<String> trouble() {
        if (!looking.tryLock()) {
            return last;
        }
        try {
            last = look();
            return last;
        } finally {
            looking.unlock();
        }
    }

    private Optional<String> look() {
        if (connection != null) {
            try {
                return ask();
            } catch (SQLException broken) {
                // Perhaps only the connection: a new one tells.
                close();
            }
        }
        try {
            connection = open();
            return ask();
        } catch (SQLException e) {
            close();
            return Optional.of("Zustand " + e.getSQLState());
        }
    }

    private Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", database.getUsername());
        settings.setProperty("password", database.getPassword());
        settings.setProperty("connectTimeout", PATIENCE);
        settings.setProperty("loginTimeout", PATIENCE);
        settings.setProperty("socketTimeout", PATIENCE);
        settings.setProperty("ApplicationName", "kreislaufstadt-health");
        return DriverManager.getConnection(database.getJdbcUrl(), settings);
    }

    private Optional<String> ask() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select pg_is_in_recovery()")) {
            answer.next();
            return answer.getBoolean(1) ? Optional.of("nur lesbar, eine Kopie der Datenbank") : Optional.empty();
        }
    }

    private void close() {
        JdbcUtils.closeConnection(connection);
        connection = null;
    }

    @Override
    public void destroy() {
        looking.lock();
        try {
            close();
        } finally {
            looking.unlock();
        }
    }
}
