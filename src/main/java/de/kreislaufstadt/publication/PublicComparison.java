package de.kreislaufstadt.publication;

import de.kreislaufstadt.department.MunicipalityApplied;
import de.kreislaufstadt.released.Releasing;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the public anew what is true now, at every start and every night: departments are called something else one day, and operators
 * end tasks past all listeners. What is so already is left alone.
 */
@Component
class PublicComparison {

    private static final Logger LOG = LoggerFactory.getLogger(PublicComparison.class);

    private final PublicationTable table;
    private final LiveValues live;
    private final Unpublished unpublished;
    private final JdbcClient jdbc;
    private final Releasing releasing;
    private final TransactionTemplate transactions;

    PublicComparison(
            PublicationTable table,
            LiveValues live,
            Unpublished unpublished,
            JdbcClient jdbc,
            Releasing releasing,
            PlatformTransactionManager manager) {
        this.table = table;
        this.live = live;
        this.unpublished = unpublished;
        this.jdbc = jdbc;
        this.releasing = releasing;
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Names of departments, colours and texts are on every page of a municipality. */
    @EventListener
    void on(MunicipalityApplied applied) {
        releasing.touch(applied.municipality());
    }

    /** When everybody knows the new names. */
    @TransactionalEventListener
    void after(MunicipalityApplied applied) {
        compareOne(applied.municipality());
    }

    /** After the projections of open tasks have been compared, which this reads. */
    @Scheduled(cron = "0 10 4 * * *", zone = "Europe/Berlin")
    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void compareAll() {
        jdbc.sql("select id from municipality where kind = 'CITY' order by id")
                .query(String.class)
                .list()
                .forEach(this::compareOne);
    }

    /** A page that is late is better than a product that does not start; the night tries again. */
    private void compareOne(String municipality) {
        try {
            transactions.executeWithoutResult(status -> compare(municipality));
        } catch (DataAccessException e) {
            LOG.warn("Öffentliche Angaben in {} nicht angeglichen", municipality, e);
        }
    }

    void compare(String municipality) {
        live.tell(municipality, table.published(municipality), List.of());
        unpublished.tell(municipality);
    }
}
