package de.kreislaufstadt.process.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.association.round.MemberWatch;
import de.kreislaufstadt.association.round.Rounds;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.TestAssociation;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Rounds of the model approach: people of the association's office and of small cities at their desks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AssociationPaths extends AssociationRows {

    static final ModelComponent STRATEGY = ModelComponent.STRATEGY;
    static final String DIFU = TestAssociation.DIFU;

    private static final List<String> OFFICE_GROUPS = List.of(TestAssociation.OFFICE + "-staff");

    @Autowired
    Accounts accounts;

    @Autowired
    Rounds rounds;

    @Autowired
    MemberWatch members;

    @Autowired
    IdentityService identity;

    @BeforeAll
    void anAssociation() {
        TestAssociation.found(browser("admin"), office.jdbc(), accounts);
    }

    @AfterAll
    void noAssociation() {
        TestAssociation.dissolve(browser("admin"), office.jdbc(), accounts);
    }

    @AfterEach
    void nothingIsLeft() {
        office.runtime().createProcessInstanceQuery().processInstanceBusinessKeyLike("MA-%").unlimitedList().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> office.runtime().deleteProcessInstance(id, "Ende der Probe"));
        TestAssociation.empty(office.jdbc());
    }

    /** So many cities that have been members for a while. @return their ids */
    List<String> membersOf(int count) {
        List<String> cities = TestAssociation.cities(count);
        cities.forEach(city -> {
            TestAssociation.foundCity(office.jdbc(), accounts, city);
            TestAssociation.joins(office.jdbc(), city, today().minusDays(30));
        });
        return cities;
    }

    /** More members than one job asks: rows of members are what counts, and a city may have joined twenty times. */
    void sixtyMembers() {
        List<String> cities = membersOf(3);
        for (int more = 1; more < 20; more++) {
            LocalDate day = today().minusDays(30 + more);
            cities.forEach(city -> TestAssociation.joins(office.jdbc(), city, day));
        }
    }

    /** A round whose members have their tasks. @return its key */
    String opened(Consumer<ObjectNode> draft) {
        String key = at(DIFU, () -> rounds.begin(STRATEGY));
        inOffice(DIFU, key, "draft-component", draft);
        runs(key, "open-consultation");
        return key;
    }

    /** Everybody says that there is nothing to remark; Difu has the consolidation in its inbox. */
    String commented(int count) {
        List<String> cities = membersOf(count);
        String key = opened(data -> {});
        cities.forEach(city -> comments(city, key, nothing()));
        runs(key, "withdraw-open-requests");
        return key;
    }

    /** What is to be adopted. */
    String consolidated() {
        String key = commented(2);
        inOffice(DIFU, key, "consolidate-component", data -> {});
        return key;
    }

    static Consumer<ObjectNode> share(int percent) {
        return data -> data.put("completion", "SHARE").put("share", percent);
    }

    static Consumer<ObjectNode> nothing() {
        return data -> {
            data.removeAll();
            data.put("nothing", true);
        };
    }

    /** Runs the job of a round until it has nothing left to do. @return how often */
    int runs(String key, String step) {
        int times = 0;
        // The last job may end the process.
        while (hasJob(key, step)) {
            office.fire(key, step);
            times++;
        }
        return times;
    }

    private boolean hasJob(String key, String step) {
        return processes(key).list().stream()
                .anyMatch(instance -> office.management()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(step)
                                .count()
                        > 0);
    }

    String instance(String key) {
        return processes(key).singleResult().getId();
    }

    private ProcessInstanceQuery processes(String key) {
        return office.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("association-model");
    }

    void comments(String city, String key, Consumer<ObjectNode> change) {
        completes(
                city + "-koordination",
                city,
                TestAssociation.coordinatorGroups(city),
                key,
                "comment-component",
                change);
    }

    void inOffice(String user, String key, String task, Consumer<ObjectNode> change) {
        completes(user, TestAssociation.OFFICE, groupsOf(user), key, task, change);
    }

    private void completes(
            String user, String city, List<String> groups, String key, String task, Consumer<ObjectNode> change) {
        Task open = taskOf(city, key, task);
        signedIn(user, city, groups, () -> {
            office.tasks()
                    .complete(
                            open.getId(),
                            Variables.createVariables()
                                    .putValueTyped(
                                            "form",
                                            SpinValues.jsonValue(
                                                            office.valid(task, change)
                                                                    .toString(),
                                                            true)
                                                    .create()));
            return null;
        });
    }

    Task taskOf(String city, String key, String task) {
        List<Task> open = office.tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .tenantIdIn(city)
                .taskDefinitionKey(task)
                .list();
        assertThat(open).as("%s of %s in %s", task, key, city).isNotEmpty();
        return open.get(0);
    }

    boolean hasTask(String city, String key) {
        return office.tasks()
                        .createTaskQuery()
                        .processInstanceBusinessKey(key)
                        .tenantIdIn(city)
                        .count()
                > 0;
    }

    /** What somebody of the association's office does on a page. */
    <T> T at(String user, Supplier<T> work) {
        return signedIn(user, TestAssociation.OFFICE, groupsOf(user), work);
    }

    void at(String user, Runnable work) {
        at(user, () -> {
            work.run();
            return null;
        });
    }

    private List<String> groupsOf(String user) {
        return accounts.groupsOf(List.of(user)).getOrDefault(user, OFFICE_GROUPS);
    }

    <T> T signedIn(String user, String tenant, List<String> groups, Supplier<T> work) {
        identity.setAuthentication(user, groups, List.of(tenant));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** @return fields and keys of the texts of a refusal, e.g. {@code nothing association.round.comment.both} */
    static List<String> refused(Runnable work) {
        FormRefused refused = catchThrowableOfType(FormRefused.class, work::run);
        assertThat(refused).as("refused").isNotNull();
        return refused.problems().stream()
                .map(problem -> (problem.field() + " " + problem.messageKey()).strip())
                .toList();
    }

    static List<FieldProblem> problems(Runnable work) {
        return catchThrowableOfType(FormRefused.class, work::run).problems();
    }

    void leaves(String city) {
        leaves(city, today().minusDays(1));
    }

    void leaves(String city, LocalDate lastDay) {
        office.jdbc()
                .sql("update association_member set last_day = :day where member_key = :city")
                .param("day", lastDay)
                .param("city", city)
                .update();
    }

    /** Difu answers every comment of the round, as it does on its page. */
    void answersAll() {
        office.jdbc()
                .sql("update component_comment set answer = 'ACCEPTED', answer_text = 'Übernommen.', answered_by = :by,"
                        + " answered_at = now() where answer is null")
                .param("by", DIFU)
                .update();
    }
}
