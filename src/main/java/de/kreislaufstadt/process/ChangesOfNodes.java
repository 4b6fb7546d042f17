package de.kreislaufstadt.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens for what other nodes change, on one connection of the pool. A connection that breaks is opened again, and since nobody
 * knows what was missed, everything counts as changed then.
 */
@Component
class ChangesOfNodes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesOfNodes.class);

    /** Named by the function {@code tell_nodes} as well. */
    private static final String LISTEN = "listen kreislaufstadt_changed";

    private static final int WAIT_MILLIS = 1000;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final DataSource database;
    private final ApplicationEventPublisher events;
    private final boolean wanted;
    private boolean deaf;
    private final BackgroundThread thread = new BackgroundThread("changes", this::listen);

    ChangesOfNodes(
            DataSource database,
            ApplicationEventPublisher events,
            @Value("${kreislaufstadt.nodes.listening:${kreislaufstadt.mail.background:true}}") boolean wanted) {
        this.database = database;
        this.events = events;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        if (wanted) {
            thread.start();
            thread.look(PAUSE);
            thread.wake();
        }
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    private void listen() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(LISTEN);
            deaf = false;
            events.publishEvent(new ChangedElsewhere());
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (isRunning()) {
                var told = postgres.getNotifications(WAIT_MILLIS);
                if (told != null && told.length > 0) {
                    events.publishEvent(new ChangedElsewhere());
                }
            }
            statement.execute("unlisten *");
        } catch (SQLException e) {
            // Said once for as long as it lasts.
            if (!deaf) {
                LOG.warn(
                        "Änderungen anderer Instanzen werden gerade nicht gehört, Gemerktes gilt bis zu fünf Minuten: {}",
                        e.getMessage());
            }
            deaf = true;
        }
    }
}
