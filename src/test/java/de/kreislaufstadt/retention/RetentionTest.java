package de.kreislaufstadt.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.RetentionRule;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Personal data goes when its time has come: all of it, and nothing else. */
@ApplicationTest
class RetentionTest {

    private static final LocalDate DAY = LocalDate.of(2031, 3, 3);

    @Autowired
    private NightlyDeletion deletion;

    @Autowired
    private List<RetentionRule> rules;

    @Autowired
    private Municipalities municipalities;

    @Autowired
    private DeletionLog log;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestClock.Movable clock;

    @Autowired
    private Office office;

    private JdbcClient jdbc;
    private UUID measure;
    private UUID workshop;

    @BeforeEach
    void aMeasureWithAWorkshop() {
        jdbc = office.jdbc();
        String number = office.as("wfm-sachbearbeitung").proposes();
        measure = jdbc.sql("select id from measure where number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
        workshop = UUID.randomUUID();
        insert(
                "workshop (id, municipality_id, measure_id, number)",
                "'" + workshop + "', 'muenster', '" + measure + "', 1");
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void whatIsDueGoesAndWhatIsNotStays() {
        invitation(1, DAY);
        invitation(2, DAY.plusDays(1));
        remark(DAY);
        remark(DAY.plusDays(1));
        contact(DAY);
        contact(DAY.plusDays(1));
        deputyship(DAY);
        deputyship(DAY.plusDays(1));
        reasonOfEvent(DAY);
        reasonOfEvent(DAY.plusDays(1));
        reasonOfExtension(DAY);
        reasonOfExtension(DAY.plusDays(1));

        runOn(DAY);

        assertThat(column("select number from workshop_invitation where workshop_id = :id", workshop))
                .containsExactly("2");
        assertThat(column("select delete_on from workshop_feedback_remark where workshop_id = :id", workshop))
                .containsExactly(DAY.plusDays(1).toString());
        assertThat(column("select delete_on from stakeholder_contact where measure_id = :id", measure))
                .containsExactly(DAY.plusDays(1).toString());
        assertThat(column("select count(*) from stakeholder where measure_id = :id", measure))
                .as("organisations stay")
                .containsExactly("2");
        assertThat(column("select delete_on from deputy where deputy_by = :id", measure))
                .containsExactly(DAY.plusDays(1).toString());
        assertThat(column("select reason from task_event where measure_id = :id order by delete_on", measure))
                .containsExactly("null", "Ein Grund");
        assertThat(column(
                        "select reason || ' ' || new_due from deadline_extension where measure_id = :id order by delete_on",
                        measure))
                .as("the dates stay, the reason goes")
                .containsExactly("null", "Ein Grund 2030-01-04");
    }

    @Test
    void objectionsAreCountedWhenTheyGo() {
        insert(
                "workshop_objection (id, municipality_id, workshop_id, organisation, text, received_on, decision, answer,"
                        + " decided_by, purpose, legal_basis, source, delete_on)"
                        + " select gen_random_uuid(), 'muenster', '" + workshop
                        + "', 'Verein', 'Text', date '2030-01-01',"
                        + " case when i % 3 = 0 then 'ACCEPTED' else 'REJECTED' end, 'Antwort', 'wfm', 'Zweck', 'PUBLIC_TASK', 'FORM',"
                        + " date '2031-03-03' + (i % 2) from generate_series(1, 1200) i");

        runOn(DAY);
        assertThat(counts()).containsExactly("600/200");
        assertThat(column("select count(*) from workshop_objection where workshop_id = :id", workshop))
                .containsExactly("600");
        runOn(DAY.plusDays(1));

        assertThat(counts()).containsExactly("1200/400");
        assertThat(column("select count(*) from workshop_objection where workshop_id = :id", workshop))
                .containsExactly("0");
    }

    @Test
    void oneMunicipalityIsNotEmptiedForAnother() {
        invitation(1, DAY);

        rules.stream()
                .filter(rule -> rule.tables().contains("workshop_invitation"))
                .forEach(rule -> assertThat(rule.forget("bottrop", DAY)).isZero());

        assertThat(column("select number from workshop_invitation where workshop_id = :id", workshop))
                .containsExactly("1");
    }

    @Test
    void aRuleThatFailsKeepsNoOtherFromItsWork() {
        List<String> asked = new ArrayList<>();
        RetentionRule broken = rule("broken", () -> {
            throw new IllegalStateException("refused by a foreign key");
        });
        List<Integer> left = new ArrayList<>(List.of(500, 500, 20, 0));
        RetentionRule working = rule("working", () -> {
            int portion = left.remove(0);
            asked.add("portion of " + portion);
            return portion;
        });

        new NightlyDeletion(List.of(broken, working), municipalities, log, transactions, clock).run();

        assertThat(asked)
                .as("until nothing is due any more")
                .containsExactly("portion of 500", "portion of 500", "portion of 20", "portion of 0");
    }

    private static RetentionRule rule(String table, IntSupplier work) {
        return new RetentionRule() {
            @Override
            public String kind() {
                return table;
            }

            @Override
            public int heldBack(String municipality, LocalDate today) {
                return 0;
            }

            @Override
            public Set<String> tables() {
                return Set.of(table);
            }

            @Override
            public int forget(String municipality, LocalDate today) {
                return work.getAsInt();
            }
        };
    }

    private void runOn(LocalDate day) {
        clock.moveTo(day);
        deletion.run();
    }

    private void invitation(int number, LocalDate deleteOn) {
        insert(
                "workshop_invitation (id, municipality_id, workshop_id, number, organisation, participant_group, contact,"
                        + " invited_on, purpose, legal_basis, source, delete_on)",
                "gen_random_uuid(), 'muenster', '" + workshop + "', " + number
                        + ", 'Verein', 'CLUB', 'Person', date '2030-01-01', 'Zweck', 'PUBLIC_TASK', 'FORM', "
                        + date(deleteOn));
    }

    private void remark(LocalDate deleteOn) {
        insert(
                "workshop_feedback_remark (id, municipality_id, workshop_id, kind, text, purpose, delete_on)",
                "gen_random_uuid(), 'muenster', '" + workshop + "', 'STRENGTH', 'Gut', 'Zweck', " + date(deleteOn));
    }

    private void contact(LocalDate deleteOn) {
        UUID organisation = UUID.randomUUID();
        insert(
                "stakeholder (id, municipality_id, measure_id, position, organisation, sector, participant_group,"
                        + " circular_fields, influence, interest, attitude, quadrant, involvement_level)",
                "'" + organisation + "', 'muenster', '" + measure + "', 1, 'Verein " + organisation
                        + "', 'CIVIL_SOCIETY', 'CLUB', '{FOOD}', 1, 1, 0, 'MONITOR', 'INFORMATION'");
        insert(
                "stakeholder_contact (id, municipality_id, measure_id, stakeholder_id, name, purpose, legal_basis, source,"
                        + " last_used_on, delete_on)",
                "gen_random_uuid(), 'muenster', '" + measure + "', '" + organisation
                        + "', 'Person', 'Zweck', 'PUBLIC_TASK', 'FORM', date '2030-03-03', " + date(deleteOn));
    }

    /** The measure's id stands for a user whom nobody else's test knows. */
    private void deputyship(LocalDate deleteOn) {
        insert(
                "deputy (id, municipality_id, absent_by, deputy_by, first_day, last_day, place, with_head, named_by, delete_on)",
                "gen_random_uuid(), 'muenster', 'gone', '" + measure
                        + "', date '2030-03-01', date '2030-03-03', 1, false, 'gone', " + date(deleteOn));
    }

    private void reasonOfEvent(LocalDate deleteOn) {
        insert(
                "task_event (id, municipality_id, measure_id, process_key, task_key, task_id, kind, done_by, done_at, reason,"
                        + " delete_on)",
                "gen_random_uuid(), 'muenster', '" + measure
                        + "', 'measure-lifecycle', 'review-proposal', 'x', 'RELEASED', 'gone', now(), 'Ein Grund', "
                        + date(deleteOn));
    }

    private void reasonOfExtension(LocalDate deleteOn) {
        insert(
                "deadline_extension (id, municipality_id, measure_id, task_id, task_key, department, original_due,"
                        + " previous_due, new_due, step_taken, reason, decided_by, decided_on, delete_on)",
                "gen_random_uuid(), 'muenster', '" + measure + "', 'x', 'review-proposal', 'klima', date '2030-01-02',"
                        + " date '2030-01-02', date '2030-01-04', 'EXTEND', 'Ein Grund', 'gone', date '2030-01-03', "
                        + date(deleteOn));
    }

    private void insert(String into, String values) {
        insert(into + " values (" + values + ")");
    }

    private void insert(String statement) {
        jdbc.sql("insert into " + statement).update();
    }

    private static String date(LocalDate day) {
        return "date '" + day + "'";
    }

    private List<String> counts() {
        return column(
                "select received || '/' || accepted from workshop_objection_count where workshop_id = :id", workshop);
    }

    private List<String> column(String sql, UUID id) {
        String key = sql.contains("deputy_by") ? id.toString() : null;
        return jdbc.sql(sql).param("id", key == null ? id : key).query().singleColumn().stream()
                .map(String::valueOf)
                .toList();
    }
}
