package de.kreislaufstadt.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.kreislaufstadt.process.TaskNotice;
import de.kreislaufstadt.process.TaskNotice.Kind;
import de.kreislaufstadt.support.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who is told of what, in which words, and how often: once. */
@ExtendWith(OutputCaptureExtension.class)
class NoticeMailTest extends WithMailServer {

    private static final String GROUP = "muenster-klima";
    private static final String HEADS = "muenster-klima-head";

    @Test
    void aNewTaskIsToldToTheMailboxOfItsDepartmentInTextAndHtml() throws Exception {
        Task task = proposed();

        send();

        MimeMessage mail = onlyReceived();
        String number = numberOf(task);
        String due = new java.text.SimpleDateFormat("dd.MM.yyyy").format(task.getDueDate());
        assertThat(recipients(received())).containsExactly(KLIMA_MAILBOX);
        assertThat(subjectOf(mail)).isEqualTo("Neue Aufgabe: " + number + " Vorschlag prüfen, bis " + due);
        assertThat(headerOf(mail, "From")).contains(TestMail.FROM);
        assertThat(headerOf(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        String link = TestMail.BASE_URL + "/camunda/app/tasklist/default/#/?forceDisplayTask=true&task=" + task.getId();
        List<String> parts = partsOf(mail);
        assertThat(parts.get(0)).contains(link, number, "Vorschlag prüfen", due);
        assertThat(parts.get(1))
                .contains("<html lang=\"de\"", "<h1", "href=\"" + link.replace("&", "&amp;") + "\"")
                .contains("Aufgabe „Vorschlag prüfen“ zu " + number + " öffnen")
                .doesNotContain("<script", " th:", "<img");
    }

    @Test
    void aMailTellsNeitherTitleNorPeople() throws Exception {
        Task task = proposed();
        String title = office.valid("propose-measure").findValuesAsText("title").get(0);

        send();

        assertThat(title).isNotBlank();
        assertThat(String.join("\n", partsOf(onlyReceived()))).doesNotContain(title, "wfm-sachbearbeitung", CLERK);
        assertThat(task.getName()).isEqualTo("Vorschlag prüfen");
    }

    @Test
    void whoHoldsTheTaskIsToldAndNotTheMailbox() {
        Task task = proposed();
        office.tasks().setAssignee(task.getId(), CLERK);
        send();
        assertThat(received()).as("the new task, which somebody holds by now").isEmpty();

        publish(notice(Kind.REMINDED, task, GROUP, CLERK, "before"));
        send();

        assertThat(recipients(received())).containsExactly(CLERKS_MAIL);
        assertThat(subjectOf(onlyReceived())).startsWith("Erinnerung: ");
    }

    @Test
    void whoCannotActAnyMoreIsNotCalled() {
        Task task = proposed();
        jdbc.sql("delete from notice").update();
        office.tasks().setAssignee(task.getId(), CLERK);
        publish(notice(Kind.REMINDED, task, GROUP, CLERK, "before"));
        office.tasks().setAssignee(task.getId(), "klima-leitung");

        send();

        assertThat(received()).isEmpty();
        assertThat(onlyMail()).containsEntry("state", "OUTDATED");
    }

    @Test
    void whatHeadsAreAskedIsNotForTheMailboxThatAllRead() {
        accounts.reachAt("klima-leitung", "head@example.org");
        Task task = proposed();
        jdbc.sql("delete from notice").update();
        publish(notice(Kind.ESCALATED, task, HEADS, null, "1"));

        send();

        assertThat(recipients(received())).containsExactly("head@example.org");
        assertThat(subjectOf(onlyReceived())).startsWith("Überfällig: ");
    }

    @Test
    void aDepartmentWithoutMailboxIsToldThroughItsPeople() {
        accounts.reachAt("archiv-sachbearbeitung", "archive@example.org");
        try {
            Task task = proposed();
            jdbc.sql("delete from notice").update();
            publish(notice(Kind.INFORMED, task, "muenster-archiv", null, "1"));

            send();

            assertThat(recipients(received())).containsExactly("archive@example.org");
            assertThat(partsOf(onlyReceived()).get(0)).contains("Sie müssen nichts tun");
        } finally {
            accounts.reachAt("archiv-sachbearbeitung", null);
        }
    }

    @Test
    void whereNoAddressIsKnownOneLineSaysSoAndNothingFails(CapturedOutput output) {
        Task task = proposed();
        jdbc.sql("delete from notice").update();
        publish(
                notice(Kind.REMINDED, task, "muenster-datenschutz", null, "1"),
                notice(Kind.REMINDED, task, "muenster-datenschutz", null, "2"));

        send();

        assertThat(received()).isEmpty();
        assertThat(output.getOut().lines().filter(line -> line.contains("Keine Mail-Adresse für muenster-datenschutz")))
                .hasSize(1);
        assertThat(jdbc.sql("select distinct state from notice")
                        .query(String.class)
                        .single())
                .isEqualTo("ADDRESSED");
    }

    @Test
    void everybodyIsToldInTheirRhythmAndTheirLanguage() {
        choose(mailbox(), "IMMEDIATE", "en");
        Task task = proposed();
        office.tasks().setDueDate(task.getId(), java.sql.Date.valueOf("2019-03-01"));
        choose(clerk(), "NONE", "de");
        publish(notice(Kind.ASKED, task, GROUP, CLERK, "question"));

        send();

        MimeMessage mail = onlyReceived();
        assertThat(recipients(received())).containsExactly(KLIMA_MAILBOX);
        assertThat(subjectOf(mail)).isEqualTo("New task: " + numberOf(task) + " Review the proposal, due 1 March 2019");
        assertThat(partsOf(mail).get(1)).contains("<html lang=\"en\"", "Open task “Review the proposal”", "overdue");
    }

    @Test
    void aDailySummaryIsOneMailWithEverythingThatIsStillOpen() {
        choose(mailbox(), "DAILY", "de");
        Task first = proposed();
        Task second = proposed();
        Task done = proposed();

        send();
        assertThat(received()).as("before the summary is due").isEmpty();
        office.as(CLERK).completes(numberOf(done), "review-proposal");
        timePasses();
        send();

        List<MimeMessage> toMailbox = received().stream()
                .filter(mail -> headerOf(mail, "To").equals(KLIMA_MAILBOX))
                .toList();
        assertThat(toMailbox).hasSize(1);
        assertThat(subjectOf(toMailbox.get(0))).isEqualTo("2 Hinweise zu Ihren Aufgaben");
        assertThat(partsOf(toMailbox.get(0)).get(0))
                .contains(first.getId(), second.getId())
                .doesNotContain(done.getId());
    }

    @Test
    void aSummaryOnItsWayTakesNothingMoreUp() {
        choose(mailbox(), "DAILY", "de");
        proposed();
        send();
        Map<String, Object> first = onlyMail();
        jdbc.sql("update mail set state = 'SENT'").update();

        proposed();
        send();

        assertThat(jdbc.sql("select max(digest_on) > :first from mail")
                        .param("first", first.get("digest_on"))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select count(*) from mail").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void oneEventIsToldOnce() {
        Task task = proposed();
        jdbc.sql("delete from notice").update();
        TaskNotice reminder = notice(Kind.REMINDED, task, GROUP, null, "before");
        publish(reminder, reminder);
        send();
        publish(reminder);
        publish(notice(Kind.REMINDED, task, HEADS.replace("-head", ""), null, "before"));
        send();
        assertThat(received()).hasSize(1);

        publish(notice(Kind.REMINDED, task, GROUP, null, "on the day"));
        send();
        assertThat(received()).as("another event").hasSize(2);
    }

    @Test
    void theSameEventByTwoWaysIsToldOnce() {
        accounts.reachAt("klima-leitung", "head@example.org");
        Task task = proposed();
        jdbc.sql("delete from notice").update();
        publish(
                notice(Kind.HANDED_OVER, task, HEADS, null, "row"),
                notice(Kind.HANDED_OVER, task, null, "klima-leitung", "row"));

        send();

        assertThat(recipients(received())).containsExactly("head@example.org");
        assertThat(jdbc.sql("select count(*) from mail").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        Task task = proposed();
        jdbc.sql("delete from notice").update();

        assertThatIllegalStateException()
                .isThrownBy(() -> inTransaction(() -> {
                    publish(notice(Kind.REMINDED, task, GROUP, null, "before"));
                    throw new IllegalStateException("rolled back");
                }));

        send();
        assertThat(received()).isEmpty();
        assertThat(jdbc.sql("select count(*) from notice").query(Long.class).single())
                .isZero();
    }

    @Test
    void aNoticeBelongsToATransaction() {
        Task task = proposed();
        assertThatIllegalStateException()
                .isThrownBy(() -> publishOutsideOfATransaction(notice(Kind.REMINDED, task, GROUP, null, "x")))
                .withMessageContaining("transaction");
    }

    @Test
    void aTaskThatIsDoneNeedsNoMail() {
        accounts.reachAt("wfm-leitung", "head@example.org");
        Task task = proposed();
        String number = numberOf(task);
        office.as(CLERK).completes(number, "review-proposal");

        send();

        assertThat(received())
                .extracting(WithMailServer::subjectOf)
                .singleElement()
                .asString()
                .contains("Beschluss eintragen");
        assertThat(jdbc.sql("select state from notice where task_id = :task")
                        .param("task", task.getId())
                        .query(String.class)
                        .single())
                .isEqualTo("OUTDATED");
    }
}
