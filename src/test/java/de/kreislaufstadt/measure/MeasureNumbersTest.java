package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.process.web.NoConnection;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers are given one after the other; nobody is kept waiting until they propose once more. */
@ApplicationTest
class MeasureNumbersTest {

    private static final String PREFIX = "ZZ";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whoeverWaitsForSomebodyWhoNeverComesBackIsRefused() {
        MeasureNumbers impatient = new MeasureNumbers(jdbc, Duration.ofMillis(1));
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(transactions).executeWithoutResult(stuck -> {
            assertThat(impatient.next(Office.MUNICIPALITY, PREFIX)).isEqualTo("ZZ-01");
            assertThatThrownBy(() -> another.execute(status -> impatient.next(Office.MUNICIPALITY, PREFIX)))
                    .satisfies(refused ->
                            assertThat(NoConnection.isCauseOf(refused)).isTrue());
            stuck.setRollbackOnly();
        });
    }
}
