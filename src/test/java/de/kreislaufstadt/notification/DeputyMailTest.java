package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Deputies;
import de.kreislaufstadt.process.Deputies.NewDeputy;
import de.kreislaufstadt.process.TaskNotice.Kind;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TaskPage;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who stands in for somebody hears of the tasks that wait for them. */
class DeputyMailTest extends WithMailServer {

    private static final String GROUP = "muenster-klima";
    private static final String HEADS = "muenster-klima-head";
    private static final String HEAD = "klima-leitung";
    private static final String DEPUTY = "planung-sachbearbeitung";
    private static final String DEPUTYS_MAIL = "deputy@example.org";

    @Autowired
    private Deputies deputies;

    @LocalServerPort
    private int port;

    private final List<Runnable> ends = new ArrayList<>();

    @BeforeEach
    void theDeputyCanBeReached() {
        accounts.reachAt(DEPUTY, DEPUTYS_MAIL);
    }

    @AfterEach
    void everybodyIsBack() {
        ends.forEach(Runnable::run);
        accounts.reachAt(DEPUTY, null);
        accounts.reachAt("archiv-sachbearbeitung", null);
    }

    @Test
    void theDeputyIsRemindedAsWellAndReadsForWhom() {
        Task task = held();
        away(CLERK, null);

        publish(notice(Kind.REMINDED, task, GROUP, CLERK, "before"));
        send();

        assertThat(recipients(received())).containsExactly(CLERKS_MAIL, DEPUTYS_MAIL);
        assertThat(partsOf(to(DEPUTYS_MAIL)))
                .allSatisfy(part -> assertThat(part).contains("In Vertretung für Sachbearbeitung Stabsstelle Klima"));
        assertThat(String.join("", partsOf(to(CLERKS_MAIL)))).doesNotContain("In Vertretung");
        assertThat(subjectOf(to(DEPUTYS_MAIL))).isEqualTo(subjectOf(to(CLERKS_MAIL)));

        publish(notice(Kind.REMINDED, task, GROUP, CLERK, "before"));
        send();
        assertThat(received()).as("once").hasSize(2);
    }

    /** Art. 18 DSGVO. */
    @Test
    void whoseDataIsRestrictedGetsNoMail() {
        Task task = held();
        away(CLERK, null);
        UUID block = UUID.randomUUID();
        jdbc.sql("insert into data_block (id, municipality_id, scope, restricted, reason, set_by)"
                        + " values (:id, 'muenster', 'PERSON', true, 'Widerspruch', 'admin')")
                .param("id", block)
                .update();
        jdbc.sql("insert into data_block_term (id, municipality_id, block_id, sort, term)"
                        + " values (gen_random_uuid(), 'muenster', :id, 'USER', :user)")
                .param("id", block)
                .param("user", DEPUTY)
                .update();
        ends.add(() -> jdbc.sql("delete from data_block where id = :id")
                .param("id", block)
                .update());

        publish(notice(Kind.REMINDED, task, GROUP, CLERK, "before"));
        send();

        assertThat(recipients(received())).containsExactly(CLERKS_MAIL);
    }

    @Test
    void theDeputyChoosesForThemselves() {
        Task task = held();
        away(CLERK, null);
        choose(Recipient.person(Office.MUNICIPALITY, DEPUTY), "IMMEDIATE", "en");
        publish(notice(Kind.REMINDED, task, GROUP, CLERK, "before"));
        send();
        assertThat(partsOf(to(DEPUTYS_MAIL)).get(0)).contains("Standing in for Sachbearbeitung Stabsstelle Klima");

        jdbc.sql("update mail_choice set rhythm = 'NONE'").update();
        publish(notice(Kind.REMINDED, task, GROUP, CLERK, "on the day"));
        send();

        assertThat(recipients(received())).containsExactly(CLERKS_MAIL, CLERKS_MAIL, DEPUTYS_MAIL);
    }

    @Test
    void whoseTimeIsOverIsNotTold() {
        Task task = held();
        away(CLERK, null);
        choose(Recipient.person(Office.MUNICIPALITY, DEPUTY), "DAILY", "de");
        publish(notice(Kind.REMINDED, task, GROUP, CLERK, "before"));
        send();

        ends.forEach(Runnable::run);
        timePasses();
        send();

        assertThat(recipients(received())).containsExactly(CLERKS_MAIL);
        assertThat(jdbc.sql("select state from mail where person_by = :deputy")
                        .param("deputy", DEPUTY)
                        .query(String.class)
                        .single())
                .isEqualTo("OUTDATED");
    }

    @Test
    void aTaskThatSomebodyElseHoldsByNowCallsNobodyInTheirPlace() {
        Task task = held();
        away(CLERK, null);
        publish(notice(Kind.REMINDED, task, GROUP, CLERK, "before"));
        office.tasks().setAssignee(task.getId(), HEAD);

        send();

        assertThat(received()).isEmpty();
    }

    @Test
    void questionsAndWhatIsForInformationWaitForThePerson() {
        Task task = held();
        away(CLERK, null);

        publish(
                notice(Kind.ASKED, task, GROUP, CLERK, "question"),
                notice(Kind.INFORMED, task, null, CLERK, "information"));
        send();

        assertThat(recipients(received())).containsExactly(CLERKS_MAIL, CLERKS_MAIL);
    }

    @Test
    void ofANewTaskTheDeputyHearsWhereADepartmentHasNoMailbox() {
        accounts.reachAt("archiv-sachbearbeitung", "archive@example.org");
        Task task = proposed();
        jdbc.sql("delete from notice").update();
        away("archiv-sachbearbeitung", null);

        new TaskPage(port, task.getId())
                .succeeds(CLERK, "hand-over", "{'department': 'archiv', 'reason': 'Geht ins Archiv'}");
        send();

        assertThat(recipients(received())).containsExactly("archive@example.org", DEPUTYS_MAIL);
        assertThat(partsOf(to(DEPUTYS_MAIL)).get(0)).contains("Übergebene Aufgabe (In Vertretung für");
    }

    @Test
    void whoStandsInForTheRoleOfTheHeadsIsAskedForThem() {
        accounts.reachAt(HEAD, "head@example.org");
        Task task = proposed();
        jdbc.sql("delete from notice").update();
        away(HEAD, "klima");

        publish(notice(Kind.ESCALATED, task, HEADS, null, "1"));
        send();

        assertThat(recipients(received())).containsExactly(DEPUTYS_MAIL, "head@example.org");
        assertThat(partsOf(to(DEPUTYS_MAIL)).get(0))
                .contains("In Vertretung für")
                .contains("Leitung");
    }

    @Test
    void aTaskThatHasGoneToAnotherDepartmentIsNoCallAnyMore() {
        choose(mailbox(), "DAILY", "de");
        Task task = proposed();
        send();

        new TaskPage(port, task.getId()).succeeds(CLERK, "hand-over", "{'department': 'umwelt', 'reason': 'Gewässer'}");
        timePasses();
        send();

        assertThat(recipients(received())).doesNotContain(KLIMA_MAILBOX);
    }

    /** A task that the clerk has claimed; nobody has been told of it yet. */
    private Task held() {
        Task task = proposed();
        jdbc.sql("delete from notice").update();
        office.tasks().setAssignee(task.getId(), CLERK);
        return task;
    }

    /** Names the deputy for a person, or for the heads of a department. */
    private void away(String person, String headOf) {
        Login who = new Login(person, accounts.groupsOf(List.of(person)).get(person), List.of(Office.MUNICIPALITY));
        String today = CityDay.today().toString();
        UUID id = deputies.add(
                new NewDeputy(headOf == null ? person : null, headOf, DEPUTY, today, today, 1, List.of(), null), who);
        ends.add(() -> deputies.end(id, who));
    }

    private MimeMessage to(String address) {
        return received().stream()
                .filter(mail -> address.equals(headerOf(mail, "To")))
                .findFirst()
                .orElseThrow();
    }
}
