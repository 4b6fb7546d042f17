package de.kreislaufstadt.released;

import static de.kreislaufstadt.released.ReleasedExamples.MUNICIPALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.support.TestPostgres;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables keep the contract, and what only tables can promise. */
class ReleasedInTablesTest extends ReleasedContract {

    private static TransactionTemplate transaction;
    private static JdbcClient jdbc;
    private static ReleasedInTables tables;

    private final Map<String, UUID> measures = new HashMap<>();

    @BeforeAll
    static void aDatabase() {
        DataSource database = TestPostgres.migratedDatabase();
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        jdbc = JdbcClient.create(database);
        Clock clock = goingOn();
        StampTable stamps = new StampTable(jdbc, clock);
        tables = new ReleasedInTables(
                new EntryTable(jdbc),
                new CountTable(jdbc),
                new VersionTable(jdbc),
                new ReleaseTable(jdbc, clock),
                new LiveTable(new NamedParameterJdbcTemplate(database)),
                new CorrectionTable(new NamedParameterJdbcTemplate(database)),
                stamps,
                new StampOfTransaction(stamps));
        jdbc.sql("insert into municipality (id, name, official_key, federal_state)"
                        + " values (:city, 'Musterstadt', '05999002', 'NW') on conflict do nothing")
                .param("city", MUNICIPALITY)
                .update();
    }

    @BeforeEach
    @Override
    void twoMeasures() {
        jdbc.sql("truncate released_gap, released_stamp, released_times, measure cascade")
                .update();
        super.twoMeasures();
    }

    @Override
    ReleasedMeasures released() {
        return tables;
    }

    @Override
    ReleasedTimes times() {
        return tables;
    }

    @Override
    void write(Consumer<Releasing> what) {
        transaction.executeWithoutResult(status -> what.accept(tables));
    }

    @Override
    UUID measure(String number) {
        return measures.computeIfAbsent(number, key -> {
            UUID id = UUID.randomUUID();
            jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                            + " values (:id, :city, :number, 'wfm', 'KNOWLEDGE', 'test')")
                    .param("id", id)
                    .param("city", MUNICIPALITY)
                    .param("number", key)
                    .update();
            return id;
        });
    }

    @Test
    void aReleaseThatIsRolledBackLeavesNothing() {
        transaction.executeWithoutResult(status -> {
            tables.release(MUNICIPALITY, rich, ReleasedExamples.rich(), Set.of("DECISION"));
            status.setRollbackOnly();
        });
        assertThat(tables.find(MUNICIPALITY, "kreislaufstadt")).isEmpty();
        assertThat(tables.stamps()).isEmpty();
        assertThat(count("released_slug")).isZero();
    }

    @Test
    void oneTransactionRaisesTheStampOnceAndLast() {
        write(releasing -> releasing.touch(MUNICIPALITY));
        long before = stamp();
        transaction.executeWithoutResult(status -> {
            tables.release(MUNICIPALITY, rich, ReleasedExamples.rich(), Set.of("DECISION"));
            tables.release(MUNICIPALITY, bare, ReleasedExamples.bare(), Set.of("DECISION"));
            tables.unpublished(MUNICIPALITY, 3);
            assertThat(stamp()).isEqualTo(before);
        });
        assertThat(stamp()).isEqualTo(before + 1);
    }

    @Test
    void whatIsFoundOutJustBeforeTheCommitRaisesTheStampToo() {
        write(releasing -> releasing.release(MUNICIPALITY, rich, ReleasedExamples.rich(), Set.of("DECISION")));
        long before = stamp();
        transaction.executeWithoutResult(status ->
                beforeCommit(() -> tables.live(MUNICIPALITY, List.of(new Releasing.Live(rich, WORKSHOPS)))));
        assertThat(stamp()).isEqualTo(before + 1);
        assertThat(tables.numbered(MUNICIPALITY, "WW-09").orElseThrow().live()).isEqualTo(WORKSHOPS);
    }

    @Test
    void nothingIsReleasedOutsideOfATransaction() {
        assertThatThrownBy(() -> tables.release(MUNICIPALITY, rich, ReleasedExamples.rich(), Set.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tables.unpublished(MUNICIPALITY, 5)).isInstanceOf(IllegalStateException.class);
        assertThat(count("released_version") + count("released_gap")).isZero();
    }

    @Test
    void twoWhoReleaseTheSameTitleAtTheSameTimeGetAddressesOfTheirOwn() throws Exception {
        CountDownLatch firstHasTheSlug = new CountDownLatch(1);
        CountDownLatch secondAsks = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = people.submit(() -> transaction.executeWithoutResult(status -> {
                tables.release(MUNICIPALITY, rich, ReleasedExamples.rich(), Set.of("DECISION"));
                firstHasTheSlug.countDown();
                await(secondAsks);
            }));
            Future<?> second = people.submit(() -> transaction.executeWithoutResult(status -> {
                await(firstHasTheSlug);
                secondAsks.countDown();
                tables.release(
                        MUNICIPALITY,
                        bare,
                        ReleasedExamples.titled(ReleasedExamples.bare(), "Kreislaufstadt"),
                        Set.of("DECISION"));
            }));
            first.get(10, TimeUnit.SECONDS);
            second.get(10, TimeUnit.SECONDS);
        } finally {
            people.shutdownNow();
        }
        assertThat(tables.numbered(MUNICIPALITY, "WW-09").orElseThrow().slug()).isEqualTo("kreislaufstadt");
        assertThat(tables.numbered(MUNICIPALITY, "EE-03").orElseThrow().slug()).isEqualTo("kreislaufstadt-ee-03");
    }

    @Test
    void aVersionOutOfWhichAPersonIsTakenIsNotFreshAnyMore() {
        write(releasing -> releasing.release(MUNICIPALITY, rich, ReleasedExamples.rich(), Set.of("DECISION")));
        long before = stamp();
        transaction.executeWithoutResult(
                status -> jdbc.sql("update released_version set content = replace(content::text, 'Handwerksverband',"
                                + " '[gelöscht]')::jsonb where municipality_id = :city")
                        .param("city", MUNICIPALITY)
                        .update());
        assertThat(stamp()).isEqualTo(before + 1);
        assertThat(tables.version(MUNICIPALITY, "WW-09", 1)
                        .orElseThrow()
                        .projects()
                        .get(0)
                        .bearer())
                .isEqualTo("[gelöscht]");
    }

    private static void beforeCommit(Runnable what) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                what.run();
            }

            @Override
            public int getOrder() {
                return Ordered.LOWEST_PRECEDENCE - 5;
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
