package de.kreislaufstadt.process.paths;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.notification.MailParts;
import de.kreislaufstadt.process.Identity;
import de.kreislaufstadt.process.PersonalData;
import de.kreislaufstadt.process.RetentionRule;
import de.kreislaufstadt.question.Questions;
import de.kreislaufstadt.question.Questions.Answer;
import de.kreislaufstadt.question.Questions.Asked;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** All ways of a question that somebody has asked on the public page of a measure. */
class PublicQuestionPathsTest extends LetterPaths {

    private static final String TASK = "answer-question@wfm";
    private static final String MAIL = "wer.fragt@example.org";
    private static final String TEXT = "Nimmt das Lager auch Türen und Fenster an?";

    @Autowired
    Questions questions;

    @Autowired
    List<PersonalData> data;

    @Autowired
    List<RetentionRule> rules;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @Test
    void aQuestionIsATaskOfTheLeadAndItsAnswerGoesOutByMailOnce() {
        String measure = publicMeasure();

        assertThat(ask(measure, TEXT, MAIL)).isEqualTo(new Answer.Taken("Wirtschaftsförderung Münster GmbH"));

        assertThat(waiting(measure)).contains(TASK);
        assertThat(form(measure).path("question").asText()).isEqualTo(TEXT);
        assertThat(form(measure).path("reply").asText())
                .contains("geht als Mail")
                .doesNotContain(MAIL);
        assertThat(due(measure, "answer-question"))
                .isAfter(today().plusDays(12))
                .isBefore(today().plusDays(25));
        assertThat(postman.lettersSent())
                .as("nobody is sent a mail for having asked")
                .isEmpty();

        clerk("wfm").completes(measure, "answer-question");

        MimeMessage letter = onlyOne(postman.lettersSent());
        assertThat(MailParts.recipient(letter)).isEqualTo(MAIL);
        assertThat(MailParts.header(letter, "Subject")).contains(measure);
        assertThat(MailParts.content(letter, "text/plain"))
                .contains(
                        TEXT,
                        "dienstags von 10 bis 18 Uhr",
                        "Wiederverwendung von Bauteilen",
                        "/massnahmen/",
                        "gelöscht");
        assertThat(MailParts.header(letter, "Reply-To")).isNotBlank();
        assertThat(postman.lettersSent()).as("once").isEmpty();
        assertThat(waiting(measure)).doesNotContain(TASK);
        assertThat(one(measure, "select state from public_question where measure_id = :measure"))
                .isEqualTo("ANSWERED");
        assertThat(all(measure, "select kind from audit_entry where measure_id = :measure order by position"))
                .contains("QUESTION_ASKED", "QUESTION_ANSWERED");
    }

    @Test
    void withoutAnAddressTheAnswerIsNoted() {
        String measure = publicMeasure();
        ask(measure, TEXT, " ");
        assertThat(form(measure).path("reply").asText()).contains("nur bei der Maßnahme vermerkt");

        clerk("wfm").completes(measure, "answer-question");

        assertThat(postman.lettersSent()).isEmpty();
        assertThat(one(measure, "select answer from public_question where measure_id = :measure"))
                .contains("dienstags");
    }

    @Test
    void aQuestionMayBeClosedWithoutAnAnswerAndItsAddressIsForgottenAtOnce() {
        String measure = publicMeasure();
        ask(measure, "Kaufen Sie jetzt günstige Uhren!", MAIL);
        assertThat(refusal(() -> clerk("wfm").completes(measure, "answer-question", only("result", "CLOSE"))))
                .containsExactly("because form.required");

        clerk("wfm").completes(measure, "answer-question", only("result", "CLOSE", "because", "SPAM"));

        assertThat(postman.lettersSent()).isEmpty();
        assertThat(addresses(measure)).isEmpty();
        assertThat(one(measure, "select closed_because from public_question where measure_id = :measure"))
                .isEqualTo("SPAM");
        assertThat(waiting(measure)).doesNotContain(TASK);
    }

    @Test
    void theTaskEndsWhenTheQuestionIsForgotten() {
        String measure = publicMeasure();
        ask(measure, TEXT, MAIL);
        LocalDate day =
                LocalDate.parse(one(measure, "select delete_on from public_question where measure_id = :measure"));
        assertThat(day).isEqualTo(today().plusYears(1));

        forget(day.minusDays(1));
        assertThat(waiting(measure)).contains(TASK);
        forget(day);

        assertThat(waiting(measure)).doesNotContain(TASK);
        assertThat(rows(measure, "public_question")).isZero();
        assertThat(addresses(measure)).isEmpty();
    }

    @Test
    void theAddressGoesAMonthAfterTheAnswerAndTheQuestionStays() {
        String measure = publicMeasure();
        ask(measure, TEXT, MAIL);
        clerk("wfm").completes(measure, "answer-question");

        forget(today().plusDays(29));
        assertThat(addresses(measure)).containsExactly(MAIL);
        forget(today().plusDays(30));

        assertThat(addresses(measure)).isEmpty();
        assertThat(rows(measure, "public_question")).isEqualTo(1);
        assertThat(postman.lettersSent())
                .as("nothing goes to an address that is gone")
                .isEmpty();
    }

    @Test
    void whoHasAskedIsFoundByTheirAddressAndTheirQuestionIsDeletedWithItsTask() {
        String measure = publicMeasure();
        ask(measure, TEXT, "Wer.Loescht@Example.org");
        Identity person = new Identity(Set.of(), Set.of(), Set.of("wer.loescht@example.org"), Set.of(), Set.of());

        transaction.executeWithoutResult(status -> data.stream()
                .filter(one -> one.kind().startsWith("question"))
                .forEach(one -> one.find(Office.MUNICIPALITY, person)
                        .forEach(found -> one.delete(Office.MUNICIPALITY, person, found))));

        assertThat(rows(measure, "public_question")).isZero();
        assertThat(addresses(measure)).isEmpty();
        assertThat(waiting(measure)).doesNotContain(TASK);
    }

    @Test
    void whoeverHasTheirDataRestrictedIsNeitherShownNorWrittenTo() {
        String measure = publicMeasure();
        String mail = "gesperrt-" + UUID.randomUUID() + "@example.org";
        ask(measure, TEXT, mail);
        office.jdbc().sql("""
                        with block as (
                            insert into data_block (id, municipality_id, scope, restricted, reason, set_by)
                            values (gen_random_uuid(), 'muenster', 'PERSON', true, 'Art. 18 DSGVO', 'admin')
                            returning id, municipality_id)
                        insert into data_block_term (id, municipality_id, block_id, sort, term)
                        select gen_random_uuid(), municipality_id, id, 'MAIL', ? from block
                        """).param(mail).update();

        assertThat(form(measure).path("question").asText()).contains("Art. 18").doesNotContain("Türen");
        clerk("wfm").completes(measure, "answer-question");

        assertThat(postman.lettersSent()).isEmpty();
        forget(today().plusYears(2));
        assertThat(addresses(measure))
                .as("restricted data is not deleted either")
                .containsExactly(mail);
        assertThat(rows(measure, "public_question")).isEqualTo(1);
    }

    @Test
    void aQuestionOutlivesAPauseAndTheEndOfItsMeasure() {
        String measure = publicMeasure();
        ask(measure, TEXT, MAIL);
        steer(measure, "pause", "{\"reason\": \"Die Förderung fehlt.\"}");
        String task = office.open(measure, "answer-question").get(0).getId();
        assertThat(office.open(measure, "answer-question").get(0).isSuspended()).isFalse();
        ask(measure, "Geht es bald weiter mit dem Lager?", null);
        assertThat(office.open(measure, "answer-question")).hasSize(2).noneMatch(one -> one.isSuspended());

        steer(measure, "cancel", "{\"reason\": \"Kein Geld.\"}");

        assertThat(state(measure)).isEqualTo("CANCELLED");
        assertThat(office.open(measure, "answer-question"))
                .extracting(one -> one.getId())
                .contains(task);
        clerk("wfm").completes(measure, "answer-question");
        ask(measure, "Was wird jetzt aus den Türen im Lager?", null);
        assertThat(waiting(measure)).as("also asked after the end").contains(TASK);
        clerk("wfm").completes(measure, "answer-question");
        clerk("wfm").completes(measure, "answer-question");
        assertThat(onlyOne(postman.lettersSent())).isNotNull();
    }

    @Test
    void openQuestionsGoToTheNewLead() {
        String measure = publicMeasure();
        ask(measure, TEXT, null);

        steer(measure, "lead", "{\"lead\": \"umwelt\", \"reason\": \"Neue Zuständigkeit.\"}");

        assertThat(waiting(measure)).contains("answer-question@umwelt").doesNotContain(TASK);
    }

    @Test
    void aMeasureTakenOffItsPageIsAskedNothingMoreAndWhatWasAskedIsAnsweredWithoutALink() {
        String measure = publicMeasure();
        String mark = questions.mark(Office.MUNICIPALITY, measure);
        ask(measure, TEXT, MAIL);
        assertThat(browser("wfm-leitung")
                        .post(
                                "/camunda/api/kreislaufstadt/measures/" + measure + "/publication/withdraw",
                                "{\"reason\": \"Eine Zahl ist falsch.\"}")
                        .status())
                .isEqualTo(204);
        clock.advance(Duration.ofSeconds(4));

        assertThat(questions.ask(asked(measure, mark, TEXT, null, network()))).isEqualTo(new Answer.Stale());
        assertThat(rows(measure, "public_question")).isEqualTo(1);

        clerk("wfm").completes(measure, "answer-question");
        assertThat(MailParts.content(onlyOne(postman.lettersSent()), "text/plain"))
                .contains(TEXT)
                .doesNotContain("/massnahmen/");
    }

    @Test
    void whatLooksLikeCodeIsTextEverywhere() {
        String measure = publicMeasure();
        String code = "<script>alert(1)</script> =HYPERLINK(\"http://x\") ${7*7} [[${7*7}]] {{answer}} **fett** \"'";
        ask(measure, code, MAIL);

        assertThat(form(measure).path("question").asText())
                .doesNotContain("<script", "**fett**")
                .contains("&lt;script&gt;");
        clerk("wfm").completes(measure, "answer-question");

        MimeMessage letter = onlyOne(postman.lettersSent());
        assertThat(MailParts.content(letter, "text/html"))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
        assertThat(MailParts.content(letter, "text/plain")).contains("${7*7}");
        assertThat(office.jdbc()
                        .sql("select count(*) from audit_value v where v::text like '%alert%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Http browser(String user) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser;
    }

    private void steer(String measure, String what, String body) {
        assertThat(browser("wfm-leitung")
                        .post("/camunda/api/kreislaufstadt/measures/" + measure + "/steering/" + what, body)
                        .status())
                .isEqualTo(200);
    }

    private void forget(LocalDate day) {
        rules.stream()
                .filter(rule -> rule.kind().startsWith("question"))
                .forEach(rule -> transaction.executeWithoutResult(status -> rule.forget(Office.MUNICIPALITY, day)));
    }

    private Answer ask(String measure, String text, String mail) {
        String mark = questions.mark(Office.MUNICIPALITY, measure);
        clock.advance(Duration.ofSeconds(4));
        return questions.ask(asked(measure, mark, text, mail, network()));
    }

    private static Asked asked(String measure, String mark, String text, String mail, String network) {
        return new Asked(Office.MUNICIPALITY, measure, mark, text, mail, "", network);
    }

    private static String network() {
        return "test-" + UUID.randomUUID();
    }

    private List<String> addresses(String measure) {
        return all(
                measure,
                "select a.mail from public_question_address a join public_question q on q.id = a.question_id"
                        + " where q.measure_id = :measure");
    }

    private JsonNode form(String measure) {
        String task = office.open(measure, "answer-question").get(0).getId();
        return browser("wfm-sachbearbeitung")
                .get("/camunda/api/kreislaufstadt/form/task/" + task)
                .json()
                .path("data");
    }

    private String publicMeasure() {
        String measure = approved("IMPLEMENTATION");
        assertThat(browser("wfm-sachbearbeitung")
                        .post("/camunda/api/kreislaufstadt/measures/" + measure + "/publication/begin", "{}")
                        .status())
                .isEqualTo(204);
        clerk("wfm").completes(measure, "prepare-publication");
        clerk("klima").completes(measure, "release-publication");
        return measure;
    }
}
