package de.kreislaufstadt.opendata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published schema says what is handed out, neither more nor less. */
class MeasureSchemaTest {

    private static final String TEXT = new String(PublicFiles.schema(), UTF_8);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    private final Shared shared = new Shared().filled();

    @Test
    void everyReleasedMeasureKeepsToTheSchema() {
        for (String number : List.of("WW-09", "EE-03")) {
            assertThat(problems(json(number))).as(number).isEmpty();
        }
    }

    @Test
    void whatTheSchemaDoesNotNameIsNoMeasure() {
        ObjectNode more = json("WW-09");
        ((ObjectNode) more.at("/record/carriers")).put("contactPerson", "somebody");
        assertThat(problems(more)).hasSize(1);

        ObjectNode less = json("WW-09");
        ((ObjectNode) less.at("/record/heading")).remove("summary");
        assertThat(problems(less)).hasSize(1);

        ObjectNode other = json("WW-09");
        ((ObjectNode) other.at("/live")).put("state", "FORGOTTEN");
        assertThat(problems(other)).isNotEmpty();
    }

    @Test
    void theSchemaNamesTheComponentsOfTheTypesInAllDepths() throws IOException {
        JsonNode schema = DataJson.MAPPER.readTree(TEXT);
        Set<Set<String>> named = new HashSet<>();
        named.add(names(schema));
        schema.get("$defs").forEach(definition -> named.add(names(definition)));
        Set<Class<?>> records = new HashSet<>();
        walk(Published.Document.class, records);
        assertThat(records).hasSizeGreaterThan(25);
        Set<Set<String>> components = new HashSet<>();
        records.forEach(type -> components.add(components(type)));
        assertThat(named).isEqualTo(components);
    }

    private ObjectNode json(String number) {
        return DataJson.MAPPER.valueToTree(shared.measure(number).document());
    }

    private static List<Error> problems(JsonNode document) {
        return SCHEMA.validate(document.toString(), InputFormat.JSON);
    }

    private static Set<String> names(JsonNode definition) {
        Set<String> names = new TreeSet<>();
        definition.get("properties").fieldNames().forEachRemaining(names::add);
        assertThat(definition.get("additionalProperties").asBoolean(true)).isFalse();
        assertThat(definition.get("required")).hasSize(names.size());
        return names;
    }

    private static Set<String> components(Class<?> type) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
        return names;
    }

    private static void walk(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            walk(generic.getRawType(), seen);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> walk(argument, seen));
        } else if (type instanceof Class<?> named && named.isRecord() && seen.add(named)) {
            Arrays.stream(named.getRecordComponents()).forEach(component -> walk(component.getGenericType(), seen));
        }
    }
}
