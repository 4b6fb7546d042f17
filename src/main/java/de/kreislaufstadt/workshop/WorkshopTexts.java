package de.kreislaufstadt.workshop;

import de.kreislaufstadt.form.Texts;
import org.springframework.stereotype.Component;

/** German words of the module from its message file, for what forms show as text. */
@Component
class WorkshopTexts {

    private final Texts texts = Texts.of("workshop");

    String of(String key, Object... arguments) {
        return texts.get("workshop." + key, arguments);
    }

    /** @return label of a choice, from {@code workshop.<Type>.<NAME>} */
    String of(Enum<?> choice) {
        return texts.name("workshop." + choice.getDeclaringClass().getSimpleName(), choice);
    }
}
