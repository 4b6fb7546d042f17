package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the pool and the transactions make of a connection that breaks, and what is still recognised in it. */
class LostConnectionTest {

    private final Connection connection = mock(Connection.class);
    private final HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void aPool() throws SQLException {
        DataSource database = mock(DataSource.class);
        when(database.getConnection()).thenReturn(connection);
        when(connection.isValid(org.mockito.ArgumentMatchers.anyInt())).thenReturn(true);
        when(connection.getAutoCommit()).thenReturn(true);
        pool.setDataSource(database);
        pool.setMaximumPoolSize(1);
    }

    @AfterEach
    void closed() {
        pool.close();
    }

    @Test
    void whoseAnswerToTheCommitIsLostHasLostTheConnection() throws SQLException {
        doThrow(new SQLException("An I/O error occurred while sending to the backend.", "08006"))
                .when(connection)
                .commit();

        Throwable thrown = catchThrowable(this::inTransaction);

        assertThat(thrown).isNotNull();
        assertThat(LostConnection.isCauseOf(thrown)).as("%s", thrown).isTrue();
    }

    @Test
    void whatIsRefusedForAReasonOfItsOwnIsNoLostConnection() throws SQLException {
        doThrow(new SQLException("duplicate key", "23505")).when(connection).commit();

        Throwable thrown = catchThrowable(this::inTransaction);

        assertThat(thrown).isNotNull();
        assertThat(LostConnection.isCauseOf(thrown)).as("%s", thrown).isFalse();
    }

    private void inTransaction() {
        new TransactionTemplate(new JdbcTransactionManager(pool))
                .executeWithoutResult(status -> new JdbcTemplate(pool).execute(Connection::isReadOnly));
    }
}
