package de.kreislaufstadt.question;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.process.MeasuresInSight;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.question.QuestionTable.Question;
import de.kreislaufstadt.question.QuestionTable.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the page of a measure shows those inside of the questions about it. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/measures/{number}/questions")
class MeasureQuestionsController {

    private static final String LEAD = "LEAD";

    private final Texts texts = Texts.of("question");
    private final QuestionTable table;
    private final Visitors visitors;
    private final MeasuresInSight measures;
    private final Clock clock;

    MeasureQuestionsController(QuestionTable table, Visitors visitors, MeasuresInSight measures, Clock clock) {
        this.table = table;
        this.visitors = visitors;
        this.measures = measures;
        this.clock = clock;
    }

    /**
     * A question in words.
     *
     * @param because why there is no answer; null where there is one, or none yet
     * @param text null for everybody but the lead, and where the person has had their data restricted; so is the answer
     */
    record Line(
            LocalDate askedOn,
            LocalDate endedOn,
            String state,
            boolean open,
            String because,
            String text,
            String answer) {}

    /** @return the questions about a measure, the newest first */
    @GetMapping
    List<Line> of(@PathVariable String number) {
        Login who = visitors.current().orElseThrow();
        Row measure = measures.find(who, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean reads = LEAD.equals(measure.role());
        return table.of(who.tenants().get(0), measure.id()).stream()
                .map(question -> line(question, reads && !question.restricted()))
                .toList();
    }

    private Line line(Question question, boolean reads) {
        return new Line(
                day(question.askedAt()),
                question.endedAt() == null ? null : day(question.endedAt()),
                texts.name("question.state", question.state()),
                question.state() == State.OPEN,
                question.because() == null ? null : texts.name("question.reason", question.because()),
                reads ? question.text() : null,
                reads ? question.answer() : null);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
