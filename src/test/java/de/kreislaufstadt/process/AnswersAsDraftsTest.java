package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The answer to a question becomes the draft of who asked. */
@ApplicationTest
class AnswersAsDraftsTest {

    @Autowired
    Office office;

    @Autowired
    Drafts drafts;

    @Test
    void theAnswerIsTheDraftOfWhoAskedAndReplacesTheirOlderOne() {
        Task task = proposal();

        drafts.put(Office.MUNICIPALITY, task.getId(), "klima-sachbearbeitung", answer("Erste Antwort"));
        drafts.put(Office.MUNICIPALITY, task.getId(), "klima-sachbearbeitung", answer("Zweite Antwort"));

        assertThat(row(task))
                .containsEntry("kept_by", "klima-sachbearbeitung")
                .containsEntry("form_key", "review-proposal")
                .containsEntry("origin", "ANSWER")
                .containsEntry("reason", "Zweite Antwort");
    }

    @Test
    void dataOfAnotherFormAndTasksThatDoNotExistAreRefused() {
        Task task = proposal();
        ObjectNode foreign = answer("Antwort").put("salary", 1);

        assertThatThrownBy(() -> drafts.put(Office.MUNICIPALITY, task.getId(), "klima-sachbearbeitung", foreign))
                .isInstanceOf(FormRefused.class);
        assertThatThrownBy(() ->
                        drafts.put(Office.MUNICIPALITY, "no-such-task", "klima-sachbearbeitung", answer("Antwort")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> drafts.put("elsewhere", task.getId(), "klima-sachbearbeitung", answer("Antwort")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoCompletesTheTaskHasNoDraftAnyMore() {
        Task task = proposal();
        drafts.put(Office.MUNICIPALITY, task.getId(), "klima-sachbearbeitung", answer("Antwort"));
        drafts.put(Office.MUNICIPALITY, task.getId(), "klima-leitung", answer("Antwort an die Leitung"));

        office.as("klima-sachbearbeitung").completes(task, office.valid("review-proposal"));

        assertThat(row(task)).containsEntry("kept_by", "klima-leitung");
    }

    private Task proposal() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        return office.open(number, "review-proposal").get(0);
    }

    private ObjectNode answer(String reason) {
        return office.valid("review-proposal", data -> data.put("note", reason));
    }

    private Map<String, Object> row(Task task) {
        return office.jdbc()
                .sql(
                        "select kept_by, form_key, origin, data ->> 'note' as reason from task_draft where task_id = :task")
                .param("task", task.getId())
                .query()
                .singleRow();
    }
}
