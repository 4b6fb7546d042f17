package de.kreislaufstadt.opendata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.util.UriUtils;

/** What the description of the API offers, in the shape in which its page shows it. */
final class Explorer {

    private static final String IN_PATH = "path";
    private static final String MUNICIPALITY = "municipality";

    private final JsonNode description = PublicFiles.openApi();
    private final List<Operation> operations = new ArrayList<>();

    Explorer() {
        description
                .get("paths")
                .properties()
                .forEach(path ->
                        operations.add(operation(path.getKey(), path.getValue().get("get"))));
    }

    /**
     * Something that can be asked for.
     *
     * @param id by which the messages have its words, in the reader's language
     * @param address template of the address, with names of variables in braces
     * @param example an address that answers
     * @param answers status codes; the messages say what each means
     */
    public record Operation(
            String id, String address, String example, List<Parameter> parameters, List<String> answers) {}

    /**
     * Something that has to be filled in, or may be.
     *
     * @param choices null where anything may be written
     */
    public record Parameter(String name, boolean inPath, boolean required, String example, List<String> choices) {

        /** @return under what the messages say what it is; of a municipality also what its absence means */
        public String words() {
            return name.equals(MUNICIPALITY) && !required ? name + ".any" : name;
        }
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** @return the address that asks for the operation with what was filled in; empty if there is no such operation */
    Optional<String> address(String id, Map<String, String[]> filled) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .map(operation -> address(operation, filled));
    }

    private static String address(Operation operation, Map<String, String[]> filled) {
        String address = operation.address();
        Map<String, Object> query = new TreeMap<>();
        for (Parameter parameter : operation.parameters()) {
            String[] values = filled.get(parameter.name());
            String value = values == null ? "" : values[0].strip();
            if (parameter.inPath()) {
                address = address.replace(
                        "{" + parameter.name() + "}",
                        // Of what belongs to no number or name, nothing gets into a path.
                        UriUtils.encodePathSegment(value.replaceAll("[^A-Za-z0-9-]", ""), "UTF-8"));
            } else if (!value.isEmpty()) {
                query.put(parameter.name(), value);
            }
        }
        return query.isEmpty() ? address : address + "?" + Addresses.query(query);
    }

    private Operation operation(String path, JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode one : described.path("parameters")) {
            parameters.add(parameter(resolved(one)));
        }
        List<String> answers = new ArrayList<>();
        described.get("responses").properties().forEach(answer -> answers.add(answer.getKey()));
        String address = DataAddresses.API + path;
        return new Operation(
                described.get("operationId").asText(), address, example(address, parameters), parameters, answers);
    }

    private static String example(String address, List<Parameter> parameters) {
        String example = address;
        for (Parameter parameter : parameters) {
            if (parameter.inPath()) {
                example = example.replace("{" + parameter.name() + "}", parameter.example());
            } else if (parameter.required()) {
                example += "?" + parameter.name() + "=" + parameter.example();
            }
        }
        return example;
    }

    private static Parameter parameter(JsonNode described) {
        List<String> choices = new ArrayList<>();
        described.at("/schema/enum").forEach(choice -> choices.add(choice.asText()));
        return new Parameter(
                described.get("name").asText(),
                IN_PATH.equals(described.get("in").asText()),
                described.path("required").asBoolean(),
                described.get("example").asText(),
                choices.isEmpty() ? null : choices);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asText().substring(1)) : node;
    }
}
