package de.kreislaufstadt.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/**
 * Every process and every user task has an English name and English words on what is to be done, every reason that a decision
 * table gives its English, in {@code messages/models_en.properties}; and nothing there is left over.
 */
class EnglishNamesTest {

    /** The same word in both languages. */
    private static final Set<String> SAME = Set.of("process.workshops.name");

    /** Decision tables whose reasons people see in forms; what the others say is for who keeps the tables. */
    private static final List<String> GIVING_REASONS =
            List.of("stakeholder-quadrant", "starter-project-decision", "knock-out", "component-guidance");

    private final ResourceBundle english = ResourceBundle.getBundle("messages.models", Locale.ENGLISH);

    @Test
    void everyProcessAndUserTaskHasItsEnglishWords() {
        Map<String, String> missing = new TreeMap<>(german());
        missing.keySet().removeAll(english.keySet());

        assertThat(missing)
                .as("put these keys into messages/models_en.properties")
                .isEmpty();
    }

    @Test
    void noEnglishNameIsLeftOver() {
        assertThat(german().keySet()).containsAll(english.keySet());
    }

    @Test
    void theWordsAreTranslated() {
        Map<String, String> german = german();

        assertThat(english.keySet().stream()
                        .filter(key -> english.getString(key).equals(german.get(key)))
                        .toList())
                .containsExactlyElementsOf(SAME);
    }

    @Test
    void noTwoTasksHaveTheSameName() {
        List<String> names = english.keySet().stream()
                .filter(key -> key.startsWith("task.") && key.endsWith(".name"))
                .map(english::getString)
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    /** @return what the models say, by the key of its English */
    private static Map<String, String> german() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ModelFile model : ModelFile.all()) {
            Process process = model.process();
            put(texts, "process." + process.getId(), process.getName(), "description", process);
            model.all(UserTask.class).forEach(task -> putTask(texts, task));
            model.all(StartEvent.class).stream()
                    .filter(start -> start.getCamundaFormKey() != null)
                    .forEach(start -> putTask(texts, start));
        }
        GIVING_REASONS.forEach(table -> reasons(table)
                .forEach(rule ->
                        texts.put("rule." + rule.getId(), rule.getDescription().getTextContent())));
        return texts;
    }

    private static Collection<Rule> reasons(String table) {
        return Dmn.readModelFromFile(
                        Path.of("bpmn", "decisions", table + ".dmn").toFile())
                .getModelElementsByType(Rule.class);
    }

    private static void putTask(Map<String, String> texts, FlowElement task) {
        put(texts, "task." + task.getId(), task.getName(), "instructions", task);
    }

    private static void put(Map<String, String> texts, String key, String name, String told, BaseElement element) {
        texts.put(key + ".name", name);
        element.getDocumentations().forEach(text -> texts.put(key + "." + told, text.getTextContent()));
    }
}
