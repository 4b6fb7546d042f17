package de.kreislaufstadt.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.RetentionRule;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done is taken down: who, in which role, when, what, from what to what, why. */
@ApplicationTest
class ActionLogTest {

    private static final String CITY = "muenster";

    @Autowired
    private Office office;

    @Autowired
    private ChainCheck chain;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private List<PersonalData> personal;

    @Autowired
    private List<RetentionRule> rules;

    private record Line(String kind, String task, String by, String role, Integer version) {}

    private record Value(String sort, String field, String logged) {}

    @Test
    void aStepIsTakenDownWithWhoDidItAndWhatWasEntered() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        asksForRework(number, "Bitte die Kosten nennen.");
        office.as("wfm-sachbearbeitung")
                .completes(
                        number,
                        "rework-proposal",
                        data -> data.withObject("outline").put("title", "Ein besserer Titel"));

        assertThat(lines(number))
                .filteredOn(line -> !line.kind().equals("MEASURE_STATE_CHANGED"))
                .containsExactly(
                        new Line("MEASURE_PROPOSED", "propose-measure", "wfm-sachbearbeitung", "muenster-wfm", 1),
                        new Line("STEP_COMPLETED", "review-proposal", "klima-sachbearbeitung", "muenster-klima", 1),
                        new Line("STEP_COMPLETED", "rework-proposal", "wfm-sachbearbeitung", "muenster-wfm", 1));
        assertThat(values(number, "review-proposal"))
                .contains(
                        new Value("VALUE", "result", "{\"to\": \"REWORK\", \"from\": null}"),
                        new Value("VALUE", "note", "{\"to\": \"Bitte die Kosten nennen.\", \"from\": null}"))
                .anySatisfy(value -> {
                    assertThat(value.sort()).isEqualTo("DECISION");
                    assertThat(value.field()).isEqualTo("task-routing");
                    assertThat(value.logged()).contains("rework-proposal", "\"reasons\":[");
                });
        String title = office.valid("propose-measure").at("/outline/title").asText();
        assertThat(values(number, "rework-proposal"))
                .as("what was there before is what the record says")
                .contains(new Value(
                        "VALUE", "outline.title", "{\"to\": \"Ein besserer Titel\", \"from\": \"" + title + "\"}"))
                .anySatisfy(value -> assertThat(value.logged()).startsWith("{\"kept\": "));
        assertIntact();
    }

    @Test
    void aStepThatIsDoneAgainSaysWhatItHadEnteredBefore() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        asksForRework(number, "Bitte die Kosten nennen.");
        office.as("wfm-sachbearbeitung").completes(number, "rework-proposal");
        office.as("klima-sachbearbeitung")
                .completes(
                        number,
                        "review-proposal",
                        data -> data.putArray("changes")
                                .addObject()
                                .put("number", 1)
                                .put("accepted", true));

        assertThat(values(number, "review-proposal"))
                .filteredOn(value -> value.sort().equals("VALUE")
                        && !value.field().equals(BusinessAction.OPENED)
                        && !value.logged().contains("\"from\": null"))
                .containsExactly(
                        new Value("VALUE", "result", "{\"to\": \"FORWARD\", \"from\": \"REWORK\"}"),
                        new Value("VALUE", "note", "{\"to\": null, \"from\": \"Bitte die Kosten nennen.\"}"));
        assertIntact();
    }

    @Test
    void whoTakesATaskAndGivesItBackIsTakenDown() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        String task = office.open(number, "review-proposal").get(0).getId();
        office.as("klima-sachbearbeitung").signedIn(() -> {
            office.tasks().claim(task, "klima-sachbearbeitung");
            office.tasks().setAssignee(task, null);
            return null;
        });

        assertThat(lines(number))
                .filteredOn(line -> line.kind().startsWith("TASK_"))
                .containsExactly(
                        new Line("TASK_TAKEN", "review-proposal", "klima-sachbearbeitung", "muenster-klima", 1),
                        new Line("TASK_GIVEN_BACK", "review-proposal", "klima-sachbearbeitung", "muenster-klima", 1));
        assertIntact();
    }

    @Test
    void whatIsRolledBackWasNeverThere() {
        UUID measure = UUID.randomUUID();
        assertThatThrownBy(() -> inTransaction(() -> {
                    events.publishEvent(paused(measure, "Ein Grund"));
                    throw new IllegalStateException("zurück");
                }))
                .hasMessage("zurück");

        assertThat(count(measure)).isZero();
        assertThatThrownBy(() -> events.publishEvent(paused(measure, null)))
                .as("outside of a transaction")
                .isInstanceOf(IllegalStateException.class);
        assertIntact();
    }

    @Test
    void manyWhoActAtOnceMakeOneChain() throws Exception {
        UUID measure = UUID.randomUUID();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> acts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                boolean fails = i % 5 == 0;
                acts.add(() -> {
                    inTransaction(() -> {
                        // As many as a batch has.
                        events.publishEvent(paused(measure, "Erst dies"));
                        events.publishEvent(paused(measure, "dann das"));
                        if (fails) {
                            throw new IllegalStateException("zurück");
                        }
                    });
                    return null;
                });
            }
            int failed = 0;
            for (Future<Void> act : people.invokeAll(acts)) {
                try {
                    act.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    failed++;
                }
            }
            assertThat(failed).isEqualTo(8);
        } finally {
            people.shutdown();
        }

        assertThat(count(measure)).isEqualTo(64);
        assertIntact();
    }

    @Test
    void aPersonIsErasedAndTheChainStays() {
        UUID measure = UUID.randomUUID();
        String user = "gehende-" + measure;
        String name = "Gehende Person " + measure;
        inTransaction(
                () -> events.publishEvent(BusinessAction.of(CITY, measure, Kind.TASK_HANDED_OVER, Subject.whole(), user)
                        .because("Bitte " + name + " anrufen")
                        .changing(Change.ofPerson("holder", user, null), Change.of("due", null, "2030-01-01"))));
        Identity person = new Identity(Set.of(user), Set.of(name), Set.of(), Set.of(), Set.of());

        int changed = 0;
        for (PersonalData data : personal) {
            if (data.tables().stream().anyMatch(table -> table.startsWith("audit_"))) {
                for (PersonalData.Found found : data.find(CITY, person)) {
                    changed += data.delete(CITY, person, found);
                }
            }
        }

        assertThat(changed).as("the account and the reason").isEqualTo(2);
        assertThat(office.jdbc()
                        .sql("select count(*) from audit_person where person = :user")
                        .param("user", user)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(office.jdbc()
                        .sql(
                                "select logged from audit_value where measure_id = :measure and sort <> 'PERSON' order by part")
                        .param("measure", measure)
                        .query(String.class)
                        .list())
                .containsExactly("{\"to\": \"2030-01-01\", \"from\": null}", null);
        assertIntact();
    }

    @Test
    void whatIsDueIsErasedAtNight() {
        UUID measure = UUID.randomUUID();
        inTransaction(() -> events.publishEvent(paused(measure, "Ein Grund")));
        // Other tests move the clock on, and what they leave is due as many years later.
        LocalDate later = office.jdbc()
                .sql("select greatest((select max(delete_on) from audit_person where municipality_id = :city),"
                        + " (select max(delete_on) from audit_value where municipality_id = :city))")
                .param("city", CITY)
                .query(LocalDate.class)
                .single();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            long held = 0;
            for (RetentionRule rule : rules) {
                if (rule.tables().stream().anyMatch(table -> table.startsWith("audit_"))) {
                    while (rule.forget(CITY, later) > 0) {
                        assertThat(left(measure)).isLessThanOrEqualTo(1);
                    }
                    held += rule.heldBack(CITY, later);
                }
            }
            assertThat(left(measure)).isZero();
            assertThat(office.jdbc()
                            .sql("select (select count(*) from audit_person where municipality_id = :city)"
                                    + " + (select count(logged) from audit_value where municipality_id = :city)")
                            .param("city", CITY)
                            .query(Long.class)
                            .single())
                    .as("what other tests have blocked stays, and nothing else")
                    .isEqualTo(held);
            // Other tests still want to know.
            status.setRollbackOnly();
        });
        assertIntact();
    }

    private long left(UUID measure) {
        return office.jdbc()
                .sql("select count(logged) from audit_value where measure_id = :measure")
                .param("measure", measure)
                .query(Long.class)
                .single();
    }

    private void asksForRework(String number, String note) {
        office.as("klima-sachbearbeitung").completes(number, "review-proposal", data -> {
            data.put("result", "REWORK").put("note", note);
            data.remove("body");
        });
    }

    private static BusinessAction paused(UUID measure, String reason) {
        return BusinessAction.of(CITY, measure, Kind.MEASURE_PAUSED, Subject.whole(), "wfm-leitung")
                .because(reason);
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void assertIntact() {
        assertThat(chain.verify(CITY, List.of()).broken()).isNull();
    }

    private long count(UUID measure) {
        return office.jdbc()
                .sql("select count(*) from audit_entry where measure_id = :measure")
                .param("measure", measure)
                .query(Long.class)
                .single();
    }

    private List<Line> lines(String number) {
        return ofMeasure(number, """
                        select e.kind, e.task_key, p.person, e.role, e.model_version from audit_entry e
                        left join audit_person p on p.token = e.actor
                        where e.measure_id = (select id from measure where number = :number) order by e.position
                        """)
                .query((row, i) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, Integer.class)))
                .list();
    }

    private List<Value> values(String number, String task) {
        return ofMeasure(number, """
                        select v.sort, v.field_key, v.logged from audit_value v
                        join audit_entry e on e.municipality_id = v.municipality_id and e.position = v.position
                        where e.measure_id = (select id from measure where number = :number) and e.task_key = :task
                        order by v.position, v.part
                        """)
                .param("task", task)
                .query((row, i) -> new Value(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private JdbcClient.StatementSpec ofMeasure(String number, String sql) {
        return office.jdbc().sql(sql).param("number", number);
    }
}
