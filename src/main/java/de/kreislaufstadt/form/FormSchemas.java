package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The form schemas under {@code bpmn/forms}, by name. */
@Component
public class FormSchemas {

    private final ObjectMapper json;
    private final Map<String, Optional<FormSchema>> schemas = new ConcurrentHashMap<>();

    FormSchemas(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param key name of the form: the id of its user task or start event
     * @return the schema; empty if there is no such form
     */
    public Optional<FormSchema> find(String key) {
        return schemas.computeIfAbsent(key, this::read);
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
