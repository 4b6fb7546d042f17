package de.kreislaufstadt.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.audit.ActionsInHand.Noted;
import de.kreislaufstadt.audit.ChainCheck.Anchor;
import de.kreislaufstadt.audit.ChainCheck.Broken;
import de.kreislaufstadt.audit.ChainCheck.Flaw;
import de.kreislaufstadt.audit.ChainCheck.Result;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.support.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Whatever is changed in the log is noticed, and the first entry that is wrong is named. What the application's own role may
 * not do is done here by the owner of the tables, past all triggers.
 */
class ChainCheckTest {

    /** SQL state of PostgreSQL. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final AtomicInteger CITIES = new AtomicInteger();

    private static JdbcClient owner;
    private static JdbcClient app;
    private static LogTable log;
    private static ChainCheck chain;

    private String city;

    @BeforeAll
    static void twoRoles() {
        DriverManagerDataSource database = (DriverManagerDataSource) TestPostgres.migratedDatabase();
        owner = JdbcClient.create(database);
        DriverManagerDataSource runs =
                new DriverManagerDataSource(database.getUrl(), TestPostgres.APP, TestPostgres.PASSWORD);
        runs.setSchema("kreislaufstadt");
        app = JdbcClient.create(runs);
        log = new LogTable(app, (municipality, kind) -> Period.ofYears(10), new ObjectMapper());
        chain = new ChainCheck(runs, new JdbcTransactionManager(runs));
    }

    @BeforeEach
    void fiveEntries() {
        city = "stadt" + CITIES.incrementAndGet();
        owner.sql("insert into municipality (id, name, official_key, federal_state) values (:city, :city, :key, 'NW')")
                .param("city", city)
                .param("key", "%08d".formatted(CITIES.get()))
                .update();
        owner.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (gen_random_uuid(), :city, 'AU-01', 'wfm', 'PROPOSED', 'jemand')")
                .param("city", city)
                .update();
        happens(5);
    }

    @Test
    void anUntouchedLogIsAsItWasWritten() {
        Result result = chain.verify(city, List.of());

        assertThat(result.broken()).isNull();
        assertThat(result.entries()).isEqualTo(5);
        assertThat(result.hash()).hasSize(64);
        assertThat(chain.verify(city, List.of(new Anchor(5, result.hash()))).broken())
                .as("as it was noted down")
                .isNull();
        happens(1);
        assertThat(chain.verify(city, List.of(new Anchor(5, result.hash()))).broken())
                .as("and has gone on since")
                .isNull();
    }

    @Test
    void aMunicipalityInWhichNothingHasHappenedHasAnEmptyLog() {
        assertThat(chain.verify("nirgendwo", List.of()).broken()).isNull();
        assertThat(chain.verify("nirgendwo", List.of()).entries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 'TASK_EXTENDEE'",
                "process_key = null",
                "task_key = 'rework-proposal'",
                "task_id = '4712'",
                "item = 'x'",
                "actor = null",
                "role = 'wfm-head'",
                "deputy_for = gen_random_uuid()",
                "deputy_role = 'stadt-wfm-head'",
                "happened_at = happened_at + interval '1 microsecond'",
                "measure_id = gen_random_uuid()",
                "model_version = 4",
                "parts_hash = set_byte(parts_hash, 31, (get_byte(parts_hash, 31) + 1) % 256)",
                "hash = set_byte(hash, 0, (get_byte(hash, 0) + 1) % 256)"
            })
    void oneChangedByteOfAnEntryIsNoticed(String change) {
        past("audit_entry", "update audit_entry set " + change + " where position = 3 and municipality_id = :city");
        assertBroken(3, Flaw.CHANGED, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"logged = replace(logged, '2030-02-01', '2030-02-02')", "sort = 'WITHHELD'", "field_key = 'dua'"
            })
    void oneChangedByteOfAValueIsNoticed(String change) {
        past(
                "audit_value",
                "update audit_value set " + change + " where position = 4 and part = 1 and municipality_id = :city");
        assertThat(chain.verify(city, List.of()).broken())
                .satisfies(broken -> assertThat(broken.position()).isEqualTo(4))
                .satisfies(broken -> assertThat(broken.flaw()).isEqualTo(Flaw.VALUE_CHANGED));
    }

    @Test
    void aMissingValueIsNoticed() {
        past("audit_value", "delete from audit_value where position = 2 and part = 2 and municipality_id = :city");
        assertBroken(2, Flaw.VALUE_MISSING, null);
    }

    @Test
    void aMissingEntryIsNoticed() {
        past("audit_entry", "delete from audit_entry where position = 1 and municipality_id = :city");
        assertBroken(1, Flaw.MISSING, null);
    }

    @Test
    void anEntryThatWasPutInIsNoticed() {
        past(
                "audit_entry",
                "insert into audit_entry select municipality_id, 6, measure_id, kind, process_key, task_key, task_id,"
                        + " item, actor, role, deputy_for, deputy_role, happened_at, model_version, parts, parts_hash, hash"
                        + " from audit_entry where position = 5 and municipality_id = :city");
        assertBroken(6, Flaw.CHANGED, null);
    }

    @Test
    void aCutTailIsNoticed() {
        Result before = chain.verify(city, List.of());
        past("audit_entry", "delete from audit_entry where position > 3 and municipality_id = :city");
        assertBroken(4, Flaw.CUT_OFF, null);

        past(
                "audit_head",
                "update audit_head h set position = e.position, hash = e.hash from audit_entry e"
                        + " where e.municipality_id = h.municipality_id and e.position = 3 and h.municipality_id = :city");
        assertThat(chain.verify(city, List.of()).broken())
                .as("who sets the head back, too, is not found out by the database alone")
                .isNull();
        assertThat(chain.verify(city, List.of(new Anchor(5, before.hash()))).broken())
                .as("but by what was noted down outside of it")
                .isEqualTo(new Broken(4, Flaw.CUT_OFF, null));
    }

    @Test
    void aLogWrittenAnewIsNoticedByAnAnchor() {
        Result before = chain.verify(city, List.of());
        for (String table : List.of("audit_value", "audit_entry", "audit_head")) {
            past(table, "delete from " + table + " where municipality_id = :city");
        }
        happens(5);
        assertThat(chain.verify(city, List.of()).broken()).isNull();

        assertThat(chain.verify(city, List.of(new Anchor(5, before.hash()))).broken())
                .isEqualTo(new Broken(5, Flaw.ANCHOR, null));
    }

    @Test
    void anErasedValueBreaksNothing() {
        assertThat(app.sql("update audit_value set logged = null where position = 2 and municipality_id = :city")
                        .param("city", city)
                        .update())
                .isEqualTo(2);

        Result result = chain.verify(city, List.of());
        assertThat(result.broken()).isNull();
        assertThat(result.erased()).isEqualTo(2);
        assertThat(owner.sql("select count(*) from audit_value where municipality_id = :city and salt is null")
                        .param("city", city)
                        .query(Integer.class)
                        .single())
                .as("without its salt nobody can guess it from its hash")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set kind = 'STEP_SKIPPED'",
                "delete from audit_entry",
                "truncate audit_entry, audit_value",
                "insert into audit_entry select * from audit_entry",
                "update audit_value set hash = salt",
                "update audit_value set logged = '{}'",
                "delete from audit_value",
                "truncate audit_value",
                "update audit_head set position = 0",
                "delete from audit_head",
                "truncate audit_head",
                "update audit_person set token = gen_random_uuid()",
                "alter table audit_entry disable trigger all",
                "drop function append_audit",
                "select forget_audit('CITY')"
            })
    void theRoleThatRunsIsRefused(String sql) {
        assertRefused(app, sql);
    }

    /** Where one role owns the tables and runs the application, as in the demonstration. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set kind = 'STEP_SKIPPED'",
                "delete from audit_entry",
                "truncate audit_entry, audit_value",
                "update audit_value set logged = '{}'",
                "delete from audit_value",
                "truncate audit_value",
                "update audit_head set position = 0",
                "delete from audit_head",
                "truncate audit_head",
                "select forget_audit('CITY')"
            })
    void theOwnerIsRefusedAsWell(String sql) {
        assertRefused(owner, sql);
    }

    @Test
    void theLogGoesWithTheLastMeasureOfItsMunicipality() {
        owner.sql("delete from measure where municipality_id = :city")
                .param("city", city)
                .update();

        assertThat(app.sql("select forget_audit(:city)")
                        .param("city", city)
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        assertThat(chain.verify(city, List.of()).entries()).isZero();
    }

    /** What the migration does where the product has been at work before it had a log. */
    @Test
    void stepsOfTheTimeBeforeTheLogBeginIt() throws IOException {
        owner.sql(
                        "insert into step (id, municipality_id, measure_id, process_key, process_version, task_key, task_id, department,"
                                + " completed_by, deputy_for, completed_at, origin)"
                                + " select gen_random_uuid(), m.municipality_id, m.id, 'measure-lifecycle', 3, 'review-proposal', '4711',"
                                + " 'klima', 'jemand', 'andere', timestamptz '2025-01-01 08:00:00.1234+00', 'PROCESS'"
                                + " from measure m where m.municipality_id = :city")
                .param("city", city)
                .update();
        String migration = new ClassPathResource("db/migration/V296__audit_of_past_steps.sql")
                .getContentAsString(StandardCharsets.UTF_8);

        owner.sql(migration.replace("from step s", "from step s where s.municipality_id = '" + city + "'"))
                .query()
                .listOfRows();

        assertThat(chain.verify(city, List.of()).entries()).isEqualTo(6);
        assertThat(chain.verify(city, List.of()).broken()).isNull();
        assertThat(owner.sql("select e.kind || ' ' || e.role || ' ' || p.person || ' ' || d.person from audit_entry e"
                                + " join audit_person p on p.token = e.actor join audit_person d on d.token = e.deputy_for"
                                + " where e.municipality_id = :city and e.position = 6")
                        .param("city", city)
                        .query(String.class)
                        .single())
                .isEqualTo("STEP_COMPLETED " + city + "-klima jemand andere");
    }

    private void happens(int times) {
        for (int i = 0; i < times; i++) {
            BusinessAction action = BusinessAction.of(
                            city,
                            UUID.randomUUID(),
                            Kind.TASK_EXTENDED,
                            new Subject("measure-lifecycle", "review-proposal", "4711", null),
                            "jemand")
                    .as("wfm")
                    .changing(Change.of("due", "2030-01-01", "2030-02-01"))
                    .because("Mehr Zeit, „nötig“: ä\nö");
            log.append(city, List.of(new Noted(action, Instant.parse("2030-01-01T08:00:00.123456Z"), List.of())));
        }
    }

    private void assertRefused(JdbcClient role, String sql) {
        assertThatThrownBy(() -> role.sql(sql.replace("CITY", city)).update())
                .hasCauseInstanceOf(SQLException.class)
                .satisfies(failed -> assertThat(((SQLException) failed.getCause()).getSQLState())
                        .as(failed.getMessage())
                        .isEqualTo(INSUFFICIENT_PRIVILEGE));
        assertThat(chain.verify(city, List.of()).entries()).isEqualTo(5);
    }

    private void assertBroken(long position, Flaw flaw, String field) {
        assertThat(chain.verify(city, List.of()).broken()).isEqualTo(new Broken(position, flaw, field));
    }

    /** Past the triggers. */
    private void past(String table, String sql) {
        owner.sql("alter table " + table + " disable trigger user").update();
        assertThat(owner.sql(sql).param("city", city).update()).isPositive();
        owner.sql("alter table " + table + " enable trigger user").update();
    }
}
