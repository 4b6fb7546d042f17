package de.kreislaufstadt.question;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.link.Tokens;
import de.kreislaufstadt.question.Questions.Answer;
import de.kreislaufstadt.question.Questions.Asked;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is taken as a question, and what leaves nothing behind. */
@ApplicationTest
class QuestionsTest {

    private static final String TEXT = "Wann öffnet das Lager am Hafen?";
    /** Other tests release an example under this number, which is public once at most. */
    private static final String OF_EXAMPLES = "WW-09";

    private static final Answer TAKEN = new Answer.Taken("Wirtschaftsförderung Münster GmbH");

    @LocalServerPort
    int port;

    @Autowired
    Questions questions;

    @Autowired
    QuestionLimits limits;

    @Autowired
    Marks marks;

    @Autowired
    Tokens tokens;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Office office;

    @Autowired
    TestClock.Movable clock;

    private String measure;
    private String network;

    @BeforeEach
    void aPublicMeasure() {
        measure = published();
        clock.standStill();
        network = "192.0.2." + UUID.randomUUID();
        jdbc.sql("delete from public_question_count").update();
    }

    @AfterEach
    void backToToday() {
        clock.putBack();
    }

    @ParameterizedTest
    @CsvSource({
        "9, , text question.text.short",
        "2001, , text question.text.long",
        "10, keine-adresse, mail question.mail.invalid",
        "10, wer@example.org\\r\\nBcc: alle@example.org, mail question.mail.invalid"
    })
    void whatIsWrongIsSaidByFieldAndNothingIsKept(int length, String mail, String problem) {
        String mark = mark();
        String[] fieldAndKey = problem.split(" ");
        String typed = mail == null ? null : mail.replace("\\r", "\r").replace("\\n", "\n");

        assertThat(ask(mark, "x".repeat(length), typed, ""))
                .isEqualTo(new Answer.Wrong(Map.of(fieldAndKey[0], fieldAndKey[1])));

        nothingIsKept();
        assertThat(ask(mark, TEXT, null, "")).as("the form is still good").isEqualTo(TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001b", "\u202e", "\ud800"})
    void charactersThatNobodyCanReadAreRefused(String character) {
        assertThat(ask(mark(), TEXT + character + "?", null, ""))
                .isEqualTo(new Answer.Wrong(Map.of("text", "question.text.characters")));
        nothingIsKept();
    }

    @Test
    void textsMayHaveExactlyTheirLengthAndSeveralLines() {
        assertThat(ask(mark(), "x".repeat(10), null, "")).isEqualTo(TAKEN);
        assertThat(ask(mark(), "ü😀".repeat(1000), null, "")).isEqualTo(TAKEN);
        assertThat(ask(mark(), "Zwei Zeilen,\r\nwie Browser sie senden.", null, ""))
                .isEqualTo(TAKEN);
        assertThat(texts()).contains("Zwei Zeilen,\nwie Browser sie senden.");
    }

    @Test
    void whoeverFillsInTheTrapReadsThatAllIsWellAndNothingIsKept() {
        assertThat(ask(mark(), TEXT, "wer@example.org", "https://example.org")).isEqualTo(TAKEN);
        nothingIsKept();
    }

    @Test
    void aFormIsGoodForADayAndForOneQuestion() {
        String old = mark();
        clock.advance(Duration.ofDays(1));
        assertThat(ask(old, TEXT, null, "")).isEqualTo(new Answer.Stale());
        nothingIsKept();

        String mark = mark();
        clock.advance(Duration.ofHours(23));
        assertThat(ask(mark, TEXT, null, "")).isEqualTo(TAKEN);
        assertThat(ask(mark, TEXT, null, "")).isEqualTo(new Answer.Stale());
        assertThat(texts()).containsExactly(TEXT);
    }

    @Test
    void aFormThatComesBackQuickerThanAnybodyTypesIsShownAnewAndStaysGood() {
        String mark = questions.mark(Office.MUNICIPALITY, measure);
        assertThat(ask(mark, TEXT, null, "")).isEqualTo(new Answer.Stale());
        nothingIsKept();
        clock.advance(Duration.ofSeconds(3));
        assertThat(ask(mark, TEXT, null, "")).isEqualTo(TAKEN);
    }

    @Test
    void aFormOfAnotherMeasureOrMunicipalityOrFromNobodyIsWorthNothing() {
        String other = questions.mark(Office.MUNICIPALITY, "XX-99");
        clock.advance(Duration.ofSeconds(4));
        for (String mark : new String[] {other, "", null, "a.b.c", "x".repeat(5000)}) {
            assertThat(ask(mark, TEXT, null, "")).isEqualTo(new Answer.Stale());
        }
        nothingIsKept();
        assertThat(marks.read("bottrop", measure, mark())).isEmpty();
        assertThat(marks.read(Office.MUNICIPALITY, measure, mark())).isPresent();
    }

    @Test
    void twoQuestionsWithOneFormAtTheSameMomentAreOne() throws Exception {
        String mark = mark();
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Answer>> both = Collections.nCopies(2, () -> ask(mark, TEXT, null, ""));
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : nodes.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(TAKEN, new Answer.Stale());
        } finally {
            nodes.shutdown();
        }
        assertThat(texts()).containsExactly(TEXT);
        assertThat(office.open(measure, "answer-question")).hasSize(1);
    }

    @Test
    void aMeasureThatIsNotPublicAnswersLikeOneThatDoesNotExist() {
        String hidden = office.as("wfm-sachbearbeitung").proposes();
        String mark = questions.mark(Office.MUNICIPALITY, hidden);
        String none = questions.mark(Office.MUNICIPALITY, "XX-99");
        clock.advance(Duration.ofSeconds(4));

        assertThat(questions.ask(asked(hidden, mark, TEXT, null, "")))
                .isEqualTo(questions.ask(asked("XX-99", none, TEXT, null, "")))
                .isEqualTo(questions.ask(asked(hidden, mark, TEXT, null, "trap")))
                .isEqualTo(new Answer.Stale());
    }

    @Test
    void oneNetworkAsksFiveTimesInAnHourAndIsThenForgotten() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(mark(), TEXT, null, "")).isEqualTo(TAKEN);
        }
        String mark = mark();
        assertThat(ask(mark, TEXT, null, ""))
                .isInstanceOfSatisfying(
                        Answer.TooMany.class, many -> assertThat(many.seconds()).isBetween(3000L, 3600L));
        assertThat(texts()).hasSize(5);
        assertThat(counted()).as("never as it is").noneMatch(key -> key.contains("192.0.2"));
        String before = network;
        network = "198.51.100.7-" + UUID.randomUUID();
        assertThat(ask(mark, TEXT, null, "")).as("another network, same form").isEqualTo(TAKEN);
        network = before;

        clock.advance(Duration.ofHours(1));
        limits.tidy();
        assertThat(counted()).isEmpty();
        assertThat(ask(mark(), TEXT, null, "")).isEqualTo(TAKEN);
    }

    @Test
    void halfOfAnAddressOfTheSixthVersionIsFreeToChooseAndCountsForNothing() {
        QuestionLimits small = small(1, 100, 100);
        UUID any = UUID.randomUUID();
        assertThat(count(small, "2001:db8:1:2::1", any)).isZero();
        assertThat(count(small, "2001:db8:1:2::ffff", any)).isPositive();
        assertThat(count(small, "2001:db8:1:3::1", any)).isZero();
    }

    @Test
    void aMeasureAndAMunicipalityTakeSoManyADay() {
        UUID one = UUID.randomUUID();
        QuestionLimits perMeasure = small(100, 2, 100);
        assertThat(count(perMeasure, "a", one)).isZero();
        assertThat(count(perMeasure, "b", one)).isZero();
        // The database rounds to microseconds.
        assertThat(count(perMeasure, "c", one))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24).plusNanos(1000));
        assertThat(count(perMeasure, "c", UUID.randomUUID())).isZero();

        jdbc.sql("delete from public_question_count").update();
        QuestionLimits perCity = small(100, 100, 2);
        assertThat(count(perCity, "a", UUID.randomUUID())).isZero();
        assertThat(count(perCity, "b", UUID.randomUUID())).isZero();
        assertThat(count(perCity, "c", UUID.randomUUID())).isPositive();
        clock.advance(Duration.ofDays(1));
        assertThat(count(perCity, "c", UUID.randomUUID())).isZero();
        jdbc.sql("delete from public_question_count").update();
    }

    @Test
    void aFormIsShownWithoutKeepingAnything() {
        questions.mark(Office.MUNICIPALITY, measure);
        long keys = rows("link_key");
        Set<String> marks = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            marks.add(questions.mark(Office.MUNICIPALITY, measure));
        }
        assertThat(marks).as("each is good for a question").hasSize(20);
        assertThat(rows("link_key")).isEqualTo(keys);
        nothingIsKept();
    }

    @Test
    void thoseInsideSeeThatSomebodyHasAskedAndTheLeadReadsWhat() {
        ask(mark(), TEXT, "wer@example.org", "");
        String address = "/camunda/api/kreislaufstadt/measures/" + measure + "/questions";

        assertThat(browser("wfm-sachbearbeitung")
                        .get(address)
                        .json()
                        .at("/0/text")
                        .asText())
                .isEqualTo(TEXT);
        assertThat(browser("wfm-sachbearbeitung")
                        .get(address)
                        .json()
                        .at("/0/state")
                        .asText())
                .isEqualTo("Offen");
        assertThat(browser("beobachtung").get(address).body())
                .contains("Offen")
                .doesNotContain("Lager", "wer@example.org");
        assertThat(new Http(port).get(address).status()).isEqualTo(401);
    }

    private QuestionLimits small(int network, int measure, int municipality) {
        return new QuestionLimits(
                jdbc, tokens, new QuestionSettings(network, measure, municipality, Duration.ofSeconds(3)), clock);
    }

    private Duration count(QuestionLimits counting, String network, UUID of) {
        return transaction.execute(status -> {
            Duration wait = counting.count(Office.MUNICIPALITY, network, of);
            if (!wait.isZero()) {
                status.setRollbackOnly();
            }
            return wait;
        });
    }

    private String mark() {
        String mark = questions.mark(Office.MUNICIPALITY, measure);
        clock.advance(Duration.ofSeconds(4));
        return mark;
    }

    private Answer ask(String mark, String text, String mail, String trap) {
        return questions.ask(asked(measure, mark, text, mail, trap));
    }

    private Asked asked(String number, String mark, String text, String mail, String trap) {
        return new Asked(Office.MUNICIPALITY, number, mark, text, mail, trap, network);
    }

    private void nothingIsKept() {
        assertThat(texts()).isEmpty();
        assertThat(office.open(measure, "answer-question")).isEmpty();
    }

    private List<String> texts() {
        return jdbc.sql("""
                        select q.text from public_question q join measure m on m.id = q.measure_id where m.number = ?
                        """).param(measure).query(String.class).list();
    }

    private List<String> counted() {
        return jdbc.sql("select counted from public_question_count where scope = 'NETWORK'")
                .query(String.class)
                .list();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private Http browser(String user) {
        Http browser = new Http(port);
        assertThat(browser.signIn(user, "tasklist").status()).isEqualTo(200);
        return browser;
    }

    private String published() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        if (number.equals(OF_EXAMPLES)) {
            number = office.as("wfm-sachbearbeitung").proposes();
        }
        office.as("klima-sachbearbeitung").completes(number, "review-proposal");
        office.as("wfm-leitung")
                .completes(
                        number,
                        "decide-measure",
                        data -> data.putArray("phases").add("IMPLEMENTATION"));
        browser("wfm-sachbearbeitung")
                .post("/camunda/api/kreislaufstadt/measures/" + number + "/publication/begin", "{}");
        office.as("wfm-sachbearbeitung").completes(number, "prepare-publication");
        office.as("klima-sachbearbeitung").completes(number, "release-publication");
        return number;
    }
}
