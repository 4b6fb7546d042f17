package de.kreislaufstadt.question;

import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.notification.Letters;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.question.QuestionTable.Question;
import de.kreislaufstadt.question.QuestionTable.Reason;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The lead answers a question, or closes it without an answer. */
@Component
class AnswerQuestion implements TaskHandler<AnswerQuestion.Form> {

    private final Texts texts = Texts.of("question");
    private final QuestionTable table;
    private final Letters letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnswerQuestion(QuestionTable table, Letters letters, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.letters = letters;
        this.events = events;
        this.clock = clock;
    }

    /** What becomes of a question. */
    enum Result {
        ANSWER,
        CLOSE
    }

    /**
     * Data of the form {@code answer-question}.
     *
     * @param answer null where there is none
     * @param because why there is none; null where there is one
     */
    record Form(Result result, String answer, Reason because) {}

    @Override
    public String task() {
        return "answer-question";
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public Map<String, ?> prefill(TaskContext task) {
        Question question = one(task);
        return Map.of(
                "askedOn",
                Markdown.escape(ReadersLanguage.day(
                        question.askedAt().atZone(clock.getZone()).toLocalDate())),
                "question",
                question.restricted() ? texts.get("question.restricted") : Markdown.escape(question.text()),
                "reply",
                texts.get(question.isMailed() ? "question.reply.mailed" : "question.reply.noted"));
    }

    @Override
    public Outcome complete(TaskContext task, Form form) {
        Question question = one(task);
        if (form.result() == Result.ANSWER) {
            table.answered(task, question.id(), form.answer());
            if (question.isMailed()) {
                letters.write(task.municipality(), AnswerLetter.KIND, List.of(question.id()), AnswerLetter.CAUSE);
            }
        } else {
            table.closed(task, question.id(), form.because());
        }
        events.publishEvent(BusinessAction.of(Kind.QUESTION_ANSWERED, task)
                .changing(Change.of("result", null, form.result()), Change.of("because", null, form.because())));
        return Outcome.of("questionResult", form.result());
    }

    private Question one(TaskContext task) {
        UUID id = task.id("questionId");
        return table.find(task.municipality(), id).orElseThrow(() -> FormRefused.at("result", "question.gone"));
    }
}
