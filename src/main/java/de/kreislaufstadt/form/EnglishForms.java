package de.kreislaufstadt.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The English texts of forms: {@code messages/forms/<form>_en.properties} by the path of the text in its form, and
 * {@code messages/forms/shared_en.properties} by the end of that path for what several forms say in the same words. German stands
 * in the forms themselves; a text that has no English is shown in German.
 */
final class EnglishForms {

    static final String SHARED = "shared";

    /** A field and which of its texts: what is left of a path for the texts that forms share. */
    private static final Pattern END = Pattern.compile("([^.]+\\.values\\.[^.]+|[^.]+\\.[^.]+)$");

    private final Map<String, Map<String, String>> files = new ConcurrentHashMap<>();

    /** @return a copy of the schema with English texts */
    JsonNode of(String form, JsonNode german) {
        JsonNode english = german.deepCopy();
        Map<String, String> own = file(form);
        Map<String, String> shared = file(SHARED);
        FormTexts.visit(english, (path, text) -> own.getOrDefault(path, shared.getOrDefault(sharedKey(path), text)));
        return english;
    }

    /** @return the key that a text has among the shared ones */
    static String sharedKey(String path) {
        Matcher end = END.matcher(path);
        return end.find() ? end.group(1) : path;
    }

    /** @return English texts of a form by path; none where there is no such file */
    Map<String, String> file(String form) {
        return files.computeIfAbsent(form, EnglishForms::read);
    }

    private static Map<String, String> read(String form) {
        ClassPathResource file = new ClassPathResource("messages/forms/" + form + "_en.properties");
        if (!file.exists()) {
            return Map.of();
        }
        try {
            Properties texts = PropertiesLoaderUtils.loadProperties(new EncodedResource(file, "UTF-8"));
            return texts.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, texts::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException("English texts of " + form + " are not readable", e);
        }
    }
}
