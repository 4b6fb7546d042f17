package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The form schemas under {@code bpmn/forms}, by name. Their files are German; English texts are put in from message files. */
@Component
public class FormSchemas {

    private final ObjectMapper json;
    private final Map<String, Optional<FormSchema>> schemas = new ConcurrentHashMap<>();
    private final Map<String, Optional<FormSchema>> inEnglish = new ConcurrentHashMap<>();
    private final EnglishForms english = new EnglishForms();

    FormSchemas(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param key name of the form: the id of its user task or start event
     * @return the schema in the language of who reads it now; empty if there is no such form
     */
    public Optional<FormSchema> find(String key) {
        return find(key, ReadersLanguage.current());
    }

    /**
     * @param key name of the form: the id of its user task or start event
     * @param language English, or else German
     * @return the schema in that language; empty if there is no such form
     */
    public Optional<FormSchema> find(String key, Locale language) {
        return Locale.ENGLISH.equals(language)
                ? inEnglish.computeIfAbsent(key, this::translated)
                : schemas.computeIfAbsent(key, this::read);
    }

    private Optional<FormSchema> translated(String key) {
        return find(key, Locale.GERMAN).map(german -> new FormSchema(key, english.of(key, german.json())));
    }

    private Optional<FormSchema> read(String key) {
        ClassPathResource file = new ClassPathResource("bpmn/forms/" + key + ".form");
        if (!key.matches("[a-z][a-z-]*") || !file.exists()) {
            return Optional.empty();
        }
        try (var content = file.getInputStream()) {
            return Optional.of(new FormSchema(key, json.readTree(content)));
        } catch (IOException e) {
            throw new UncheckedIOException("Form " + key + " is not readable", e);
        }
    }
}
