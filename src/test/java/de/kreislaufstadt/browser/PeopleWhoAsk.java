package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.kreislaufstadt.notification.MailParts;
import de.kreislaufstadt.notification.Postman;
import de.kreislaufstadt.support.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody without an account asks about a measure, and the answer comes to where they wanted it. */
abstract class PeopleWhoAsk extends PublicCity {

    private static final String QUESTION = "Nimmt das Lager auch Türen an?";
    private static final String MAIL = "wer.fragt@example.org";

    /** Longer than the quickest person needs for the form. */
    private static final Duration TYPING = Duration.ofSeconds(10);

    @Autowired
    Postman postman;

    @Autowired
    TestClock.Movable clock;

    @AfterEach
    void asBefore() {
        clock.putBack();
        jdbc.sql("delete from public_question_count").update();
    }

    @Test
    void theKeyboardIsEnoughToAskTheLeadAnswersAndTheAnswerArrives() {
        postman.begin();
        Page page = room.visits("de-DE");
        page.setViewportSize(PublicLook.DESK, 900);
        page.navigate(room.root(MEASURE));
        page.getByText("Eine Frage zu dieser Maßnahme stellen").click();
        assertThat(page.url()).isEqualTo(room.root(MEASURE + "/frage"));
        page.getByLabel("Ihre Frage").focus();
        page.keyboard().type(QUESTION);
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").getAttribute("name")).isEqualTo("mail");
        page.keyboard().type(MAIL);
        clock.advance(TYPING);
        page.keyboard().press("Enter");
        page.waitForURL(room.root(MEASURE + "/frage?gesendet"));
        assertThat(page.locator("main").innerText()).contains("Ihre Frage ist angekommen", "zehn Arbeitstagen");
        assertThat(page.context().cookies()).isEmpty();

        Tasklist lead = room.tasklist(ofMeasure("lead") + "-sachbearbeitung");
        lead.searches(number());
        OpenForm form = lead.opensFound("Frage beantworten");
        assertThat(form.place().innerText()).contains(QUESTION).doesNotContain(MAIL);
        lead.claims();
        form.ticks("Beantworten").writes("Antwort", "Ja, auch Türen und Fenster.");
        lead.completes();
        lead.title().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));

        assertThat(postman.lettersSent()).singleElement().satisfies(letter -> {
            assertThat(MailParts.recipient(letter)).isEqualTo(MAIL);
            assertThat(MailParts.content(letter, "text/plain"))
                    .contains(QUESTION, "Ja, auch Türen und Fenster.", MEASURE);
        });
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
        Page page = room.visits("de-DE");
        page.setViewportSize(PublicLook.DESK, 900);
        page.navigate(room.root(MEASURE + "/frage"));
        page.getByLabel("Ihre Frage").fill("Kurz?");
        page.getByLabel("Ihre E-Mail-Adresse").fill("keine-adresse");
        page.getByText("Frage absenden").click();
        page.locator("[role=alert]").waitFor();
        assertThat(page.title()).startsWith("Fehler:");
        assertThat(page.evaluate("() => document.activeElement.getAttribute('role')"))
                .isEqualTo("alert");
        assertThat(page.getByLabel("Ihre Frage").inputValue()).isEqualTo("Kurz?");
        assertThat(page.getByLabel("Ihre E-Mail-Adresse").inputValue()).isEqualTo("keine-adresse");
        assertThat(page.locator("#text-problem").innerText()).contains("mindestens 10 Zeichen");
        page.locator("[role=alert] a").first().click();
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("text");
        new PublicLook("question-wrong", MEASURE + "/frage").isFine(page);

        page.getByLabel("Ihre Frage").fill(QUESTION);
        page.getByLabel("Ihre E-Mail-Adresse").fill("");
        page.getByText("Frage absenden").click();
        page.locator("h2", new Page.LocatorOptions().setHasText("noch einmal ab"))
                .waitFor();
        assertThat(page.getByLabel("Ihre Frage").inputValue()).isEqualTo(QUESTION);
        new PublicLook("question-again", MEASURE + "/frage").isFine(page);
    }

    @Test
    void whereTooManyHaveAskedTheNextIsToldWhenToComeAgain() {
        Page page = room.visits("en-GB");
        page.setViewportSize(PublicLook.DESK, 900);
        jdbc.sql("insert into public_question_count (municipality_id, scope, counted, asked, since)"
                        + " values ('muenster', 'MEASURE', :measure, 30, now())")
                .param("measure", measures.get(0).toString())
                .update();
        page.navigate(room.root(MEASURE + "/frage?sprache=en"));
        page.getByLabel("Your question").fill(QUESTION);
        clock.advance(TYPING);
        page.getByText("Send question").click();
        page.locator("[role=alert]").waitFor();
        assertThat(page.locator("[role=alert]").innerText())
                .contains("too many questions", "Please try again in", "has not been sent yet");
        assertThat(page.getByLabel("Your question").inputValue()).isEqualTo(QUESTION);
        new PublicLook("question-too-many", MEASURE + "/frage?sprache=en").isFine(page);
    }
}
