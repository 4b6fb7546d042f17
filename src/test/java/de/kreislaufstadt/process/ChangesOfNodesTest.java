package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What another node changes holds here at once: the test is the other node, and writes as it would. */
@ApplicationTest
class ChangesOfNodesTest {

    private static final String DEPARTMENT = "kataster";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    DataSource database;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DepartmentDirectory departments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private ChangesOfNodes listener;
    private String name;

    @BeforeEach
    void listening() {
        name = departments.nameOf(Office.MUNICIPALITY, DEPARTMENT);
        listener = new ChangesOfNodes(
                database,
                event -> {
                    events.publishEvent(event);
                    heard.add(event);
                },
                true);
        listener.start();
        // The first one says that it listens.
        await().atMost(SOON).until(() -> heard.size() == 1);
    }

    @AfterEach
    void asBefore() {
        rename(name);
        listener.stop();
        events.publishEvent(new ChangedElsewhere());
    }

    @Test
    void aMunicipalityChangedOnAnotherNodeIsReadAnew() {
        assertThat(departments.nameOf(Office.MUNICIPALITY, DEPARTMENT)).isEqualTo(name);

        rename("Amt für Vermessung");

        await().atMost(SOON)
                .until(() -> departments.nameOf(Office.MUNICIPALITY, DEPARTMENT).equals("Amt für Vermessung"));
    }

    @Test
    void aTransactionTellsOnceAndOneThatFailsTellsNothing() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            rename("Nie gesehen");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            rename("Amt für Karten");
            rename("Amt für Pläne");
        });

        await().atMost(SOON)
                .until(() -> departments.nameOf(Office.MUNICIPALITY, DEPARTMENT).equals("Amt für Pläne"));
        assertThat(heard).hasSize(2);
    }

    /** Every table that is remembered tells, whoever writes it. */
    @Test
    void everyTableThatNodesRememberTells() {
        List<String> tables = List.of(
                "municipality",
                "municipality_setting",
                "department",
                "department_role",
                "closing_day",
                "municipal_text",
                "deputy",
                "association",
                "camunda.act_re_procdef",
                "camunda.act_re_decision_def");
        for (String table : tables) {
            int before = heard.size();
            assertThat(jdbc.sql("delete from " + table + " where false").update())
                    .as(table)
                    .isZero();
            await(table).atMost(SOON).until(() -> heard.size() == before + 1);
        }
    }

    private void rename(String to) {
        jdbc.sql("update department set name = :name where municipality_id = :municipality and key = :key")
                .param("name", to)
                .param("municipality", Office.MUNICIPALITY)
                .param("key", DEPARTMENT)
                .update();
    }
}
