package de.kreislaufstadt.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns a form's record into the data that fills the form: dates as text, nothing where nothing is known. */
@Component
class FormFields {

    private final ObjectMapper json;

    FormFields(ObjectMapper json) {
        this.json = json.copy()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    Map<String, Object> of(Object form) {
        return json.convertValue(form, new TypeReference<>() {});
    }
}
