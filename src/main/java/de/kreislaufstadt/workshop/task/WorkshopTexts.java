package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.form.Texts;
import org.springframework.stereotype.Component;

/** Words of the module from its message files, for what forms show as text. */
@Component
class WorkshopTexts {

    private final Texts texts = Texts.of("workshop");

    String of(String key, Object... arguments) {
        return texts.get("workshop." + key, arguments);
    }

    /** @return the German words, for what a form proposes to write into the record */
    String german(String key, Object... arguments) {
        return texts.german("workshop." + key, arguments);
    }

    /** @return label of a choice, from {@code workshop.<Type>.<NAME>} */
    String of(Enum<?> choice) {
        return texts.name("workshop." + choice.getDeclaringClass().getSimpleName(), choice);
    }
}
