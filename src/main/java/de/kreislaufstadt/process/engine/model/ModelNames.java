package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.TaskNames;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/**
 * What tasks and processes are called in the language of the reader. German stands in the models, where the engine takes it from;
 * English in {@code messages/models_en.properties}. What has no English name keeps its German one.
 */
@Component
public class ModelNames implements TaskNames {

    private static final String TASK = "task.";
    private static final String NAME = ".name";

    private final ResourceBundle english = ResourceBundle.getBundle("messages.models", Locale.ENGLISH);

    @Override
    public String task(String key, String german) {
        return text(TASK + key + NAME, german);
    }

    /**
     * @param key id of the user task or start event in its model
     * @param german what the model tells whoever has the task
     */
    public String instructions(String key, String german) {
        return text(TASK + key + ".instructions", german);
    }

    /**
     * @param key id of the process
     * @param german name from the model
     */
    public String process(String key, String german) {
        return text("process." + key + NAME, german);
    }

    /**
     * @param key id of the process
     * @param german what the model tells about the process
     */
    public String description(String key, String german) {
        return text("process." + key + ".description", german);
    }

    /**
     * @param id id of the rule in its decision table
     * @param german what the table says of the rule
     */
    public String rule(String id, String german) {
        return text("rule." + id, german);
    }

    /** @return ids of the tasks whose name in the language of the reader has this word, where that is not the model's own */
    public List<String> tasksNamed(String word) {
        if (!ReadersLanguage.isEnglish()) {
            return List.of();
        }
        String wanted = word.toLowerCase(Locale.ENGLISH);
        return english.keySet().stream()
                .filter(key -> key.startsWith(TASK) && key.endsWith(NAME))
                .filter(key ->
                        english.getString(key).toLowerCase(Locale.ENGLISH).contains(wanted))
                .map(key -> key.substring(TASK.length(), key.length() - NAME.length()))
                .toList();
    }

    private String text(String key, String german) {
        return german != null && ReadersLanguage.isEnglish() && english.containsKey(key)
                ? english.getString(key)
                : german;
    }
}
