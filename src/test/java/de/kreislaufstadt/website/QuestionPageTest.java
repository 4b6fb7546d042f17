package de.kreislaufstadt.website;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.question.Questions;
import de.kreislaufstadt.question.Questions.Answer;
import de.kreislaufstadt.released.ReleasedExamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** The form in which people ask about a measure, and what becomes of what they send. */
class QuestionPageTest {

    private static final String PAGE = "/muenster/massnahmen/kreislaufstadt/frage";
    private static final String TEXT = "Wann ist der nächste Workshop <für alle>?";

    private final Desk desk = new Desk();
    private final SiteInMemory site = new SiteInMemory(desk).withExamples();

    @Test
    void theFormSaysWhoAnswersAndWhatHappensToTheAddress() {
        assertThat(site.read(PAGE))
                .containsSubsequence(
                        "Kreislaufstadt",
                        "WW-09",
                        "Eine Frage zu dieser Maßnahme",
                        "Federführung: Wirtschaftsförderung",
                        "Ihre Frage",
                        "E-Mail-Adresse (freiwillig)",
                        "Was mit Ihren Angaben geschieht",
                        "Adresse wird nur für die Antwort genutzt",
                        "Zurück zur Maßnahme");
        assertThat(site.html(PAGE)).contains("<meta name=\"robots\" content=\"noindex\">", "value=\"mark 2\"");
        assertThat(site.read(PAGE + "?sprache=en"))
                .contains("A question about this measure", "Your question", "Only if you would like an answer.")
                .doesNotContain("Zurück");
    }

    @Test
    void aFormIsKeptByNobodyAndFoundByNoSearchEngine() {
        MockHttpServletResponse form = site.ask(PAGE);
        assertThat(form.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(form.getHeader("ETag")).isNull();
        assertThat(form.getHeader("Set-Cookie")).isNull();
        assertThat(site.html("/sitemap.xml")).doesNotContain("/frage");
        assertThat(site.html("/robots.txt")).contains("Disallow: /*/frage");
    }

    @Test
    void whatIsSentGoesToTheLeadOnceAndItsPageSaysWhoAnswers() {
        MockHttpServletResponse sent = site.send(
                PAGE + "?sprache=en", Map.of("mark", "m", "text", TEXT, "mail", "a@b.example", "betreff", "x"));
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(sent.getHeader("Location")).isEqualTo(PAGE + "?sprache=en&gesendet");
        assertThat(desk.asked)
                .containsExactly(new Questions.Asked("muenster", "WW-09", "m", TEXT, "a@b.example", "x", "127.0.0.1"));
        assertThat(site.read(PAGE + "?gesendet"))
                .contains("Ihre Frage ist angekommen", "Wirtschaftsförderung", "zehn Arbeitstagen")
                .contains("Zurück zur Maßnahme");
        assertThat(site.ask(PAGE + "?gesendet").getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatIsWrongStandsOnTopAndBesideItsFieldAndWhatWasTypedIsStillThere() {
        Map<String, String> problems = new LinkedHashMap<>();
        problems.put("text", "website.question.text.hint");
        problems.put("mail", "website.question.mail.hint");
        desk.next = new Answer.Wrong(problems);
        MockHttpServletResponse answer =
                site.send(PAGE, Map.of("mark", "before", "text", TEXT, "mail", "\"><script>", "betreff", ""));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        String html = SiteInMemory.html(answer);
        assertThat(html)
                .contains("<title>Fehler: Eine Frage")
                .containsSubsequence("role=\"alert\"", "href=\"#text\"", "href=\"#mail\"", "<form")
                .containsSubsequence("id=\"text-problem\"", "aria-invalid=\"true\"", "text-hint text-problem")
                .contains("Wann ist der nächste Workshop &lt;für alle&gt;?</textarea>")
                .contains("value=\"&quot;&gt;&lt;script&gt;\"", "value=\"before\"")
                .doesNotContain("hreflang=\"en\"", "<script");
    }

    @Test
    void whoeverSendsAnOldFormGetsANewOneWithWhatTheyTyped() {
        desk.next = new Answer.Stale();
        MockHttpServletResponse answer = site.send(PAGE, Map.of("mark", "old", "text", TEXT));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(SiteInMemory.html(answer)).contains("value=\"mark 1\"").doesNotContain("value=\"old\"");
        assertThat(SiteInMemory.words(SiteInMemory.html(answer)))
                .contains("noch einmal ab", "Wann ist der nächste Workshop <für alle>?");
    }

    @Test
    void tooManyQuestionsAreToldWhenToComeAgain() {
        desk.next = new Answer.TooMany(61);
        MockHttpServletResponse answer = site.send(PAGE, Map.of("mark", "m", "text", TEXT));
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("61");
        assertThat(SiteInMemory.words(SiteInMemory.html(answer)))
                .contains("in 2 Minuten wieder", "Wann ist der nächste Workshop");

        desk.next = new Answer.TooMany(80_000);
        assertThat(SiteInMemory.words(SiteInMemory.html(site.send(PAGE, Map.of("mark", "m", "text", TEXT)))))
                .contains("in 23 Stunden wieder");
    }

    @Test
    void whatIsMissingIsEmptyAndNoError() {
        desk.next = new Answer.Wrong(Map.of("text", "website.question.text.hint"));
        assertThat(site.send(PAGE, Map.of()).getStatus()).isEqualTo(400);
        assertThat(desk.asked).containsExactly(new Questions.Asked("muenster", "WW-09", "", "", "", "", "127.0.0.1"));
    }

    @Test
    void aFormThatWasOpenWhileTheTitleChangedArrivesAllTheSame() {
        site.release(site.rich, ChangesTest.renamed());
        assertThat(site.ask(PAGE).getHeader("Location")).isEqualTo("/muenster/massnahmen/stadt-im-kreislauf/frage");
        assertThat(site.send(PAGE, Map.of("mark", "m", "text", TEXT)).getHeader("Location"))
                .isEqualTo("/muenster/massnahmen/stadt-im-kreislauf/frage?gesendet");
        assertThat(desk.asked).extracting(Questions.Asked::number).containsExactly("WW-09");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/muenster/massnahmen/nirgends/frage",
                "/muenster/massnahmen/WW-99/frage",
                "/essen/massnahmen/x/frage"
            })
    void nobodyIsAskedAboutWhatIsNotPublic(String address) {
        assertThat(site.send(address, Map.of("text", TEXT)).getStatus()).isEqualTo(404);
        assertThat(site.ask(address).getStatus()).isEqualTo(404);
        assertThat(desk.asked).isEmpty();
        assertThat(desk.marks).isZero();
    }

    @Test
    void aWithdrawnMeasureIsLikeOneThatNeverWas() {
        byte[] never = site.ask("/muenster/massnahmen/nirgends").getContentAsByteArray();
        site.released.withdraw(ReleasedExamples.MUNICIPALITY, site.rich);
        MockHttpServletResponse withdrawn = site.ask(PAGE);
        assertThat(withdrawn.getContentAsByteArray()).isEqualTo(never);
        assertThat(withdrawn.getHeaderNames())
                .containsExactlyInAnyOrderElementsOf(
                        site.ask("/muenster/massnahmen/nirgends").getHeaderNames());
        assertThat(site.send(PAGE, Map.of("text", TEXT)).getContentAsByteArray())
                .isEqualTo(never);
    }

    @Test
    void whereNobodyTakesQuestionsThereIsNoForm() {
        SiteInMemory silent = new SiteInMemory().withExamples();
        assertThat(silent.ask(PAGE).getStatus()).isEqualTo(404);
        assertThat(silent.html("/muenster/massnahmen/kreislaufstadt")).doesNotContain("/frage");
        assertThat(site.html("/muenster/massnahmen/kreislaufstadt")).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void whereTheCityHasEndedItsPagesStayWithoutTheForm() {
        desk.open = false;
        assertThat(site.ask(PAGE).getStatus()).isEqualTo(404);
        assertThat(site.html("/muenster/massnahmen/kreislaufstadt"))
                .contains("Kreislaufstadt")
                .doesNotContain("/frage");
    }

    /** Takes whatever comes, and answers what the test wants. */
    private static final class Desk implements Questions {

        private final List<Asked> asked = new ArrayList<>();
        private Answer next = new Answer.Taken("Wirtschaftsförderung");
        private boolean open = true;
        private int marks;

        @Override
        public boolean takes(String municipality) {
            return open;
        }

        @Override
        public String mark(String municipality, String number) {
            marks++;
            return "mark " + marks;
        }

        @Override
        public Answer ask(Asked question) {
            asked.add(question);
            return next;
        }
    }
}
