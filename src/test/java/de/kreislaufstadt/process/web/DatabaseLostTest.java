package de.kreislaufstadt.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionSystemException;

/** Where nobody knows whether something was committed, nobody is told that it did not work. */
@ApplicationTest
class DatabaseLostTest {

    @Autowired
    Answers answers;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "57P01", "57P02"})
    void whoseConnectionBrokeIsAskedToLook(String state) {
        assertThat(answer(new TransactionSystemException("commit", new SQLException("broken", state))))
                .contains("503", "neu laden");
    }

    /** Nothing can have happened yet. */
    @Test
    void whoGotNoConnectionIsAskedToComeAgain() {
        assertThat(answer(new ProcessEngineException("open", new SQLTransientConnectionException("pool"))))
                .contains("503", "in ein paar Sekunden noch einmal");
    }

    @Test
    void soIsWhoWaitedTooLongForWhatOthersHaveLocked() {
        assertThat(answer(new ProcessEngineException("insert", new SQLException("lock timeout", "55P03"))))
                .contains("503", "in ein paar Sekunden noch einmal");
    }

    /** The pool has closed the broken connection, and says nothing else to whoever wants to roll back. */
    @Test
    void soIsWhoseTransactionCouldNotEvenBeRolledBack() {
        TransactionSystemException hiding =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        hiding.initApplicationException(new ProcessEngineException("commit", new SQLException("broken", "08006")));

        assertThat(answer(new ProcessEngineException("complete", hiding))).contains("503", "neu laden");
    }

    @Test
    void whatElseGoesWrongDidNotWork() {
        assertThat(answer(new ProcessEngineException("insert", new SQLException("no such table", "42P01"))))
                .contains("500", "nicht geklappt");
    }

    /** Else transactions of a lost node that wait for each other would get the lock one after the other, and keep it each time. */
    @Test
    void nobodyWaitsForALockForAsLongAsALostNodeKeepsOne() {
        assertThat(seconds("lock_timeout")).isPositive().isLessThan(seconds("idle_in_transaction_session_timeout"));
    }

    private int seconds(String setting) {
        return jdbc.sql("select extract(epoch from current_setting(?)::interval)")
                .param(setting)
                .query(Integer.class)
                .single();
    }

    private String answer(Throwable thrown) {
        var response = new EngineExceptions(answers).respond(thrown, null);
        return response.getStatus() + " " + response.getEntity();
    }
}
