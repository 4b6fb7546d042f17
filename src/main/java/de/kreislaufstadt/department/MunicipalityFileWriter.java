package de.kreislaufstadt.department;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Writes a municipality's file so that reading it again gives the same: what is not set is left out. */
class MunicipalityFileWriter {

    private final ObjectMapper yaml = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            // A list of reminders that is empty says that there are none; one that is missing says nothing.
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .withConfigOverride(
                    MunicipalityFile.Person.class,
                    person -> person.setInclude(JsonInclude.Value.construct(
                            JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.NON_DEFAULT)))
            .build();

    /** @return YAML without comments */
    String write(MunicipalityFile file) {
        try {
            return yaml.writeValueAsString(tree(file));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A file that was read cannot be written", e);
        }
    }

    /** @return the same as a tree, for comparing */
    ObjectNode tree(MunicipalityFile file) {
        ObjectNode tree = yaml.valueToTree(file);
        JsonNode reminders = tree.path("reminders");
        if (reminders.isEmpty()) {
            tree.remove("reminders");
        }
        return tree;
    }

    /** @return one person in one line */
    String write(MunicipalityFile.Person person) {
        try {
            return yaml.writeValueAsString(person);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A person that was read cannot be written", e);
        }
    }
}
