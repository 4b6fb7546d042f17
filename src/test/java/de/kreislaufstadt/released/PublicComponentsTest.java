package de.kreislaufstadt.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Nothing becomes public without somebody having said who may read it: a new component is either a field or named here. */
class PublicComponentsTest {

    private static final Map<Type, Object> PLAIN = Map.of(
            String.class,
            "x",
            Integer.class,
            1,
            int.class,
            1,
            boolean.class,
            true,
            BigDecimal.class,
            BigDecimal.ONE,
            LocalDate.class,
            LocalDate.of(2026, 1, 2));

    /** Neither evidence nor what was adopted, no draft, no comment, nobody who typed it. */
    @Test
    void whatTheAssociationShowsIsNamedHere() {
        assertThat(names(ReleasedMaturity.class))
                .containsExactly("municipality", "component", "maturity", "progress", "builtOn", "asOf", "source");
        assertThat(names(ApproachVersion.class))
                .containsExactly(
                        "component",
                        "version",
                        "sections",
                        "changeSummary",
                        "adoptedBy",
                        "adoptedOn",
                        "publishedOn",
                        "members",
                        "commented",
                        "comments",
                        "withdrawnOn",
                        "withdrawnReason");
        assertThat(names(Approach.Membership.class))
                .containsExactly("municipality", "name", "sizeClass", "caseCity", "joined", "lastDay");
    }

    private static List<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void whatNoFieldTakesOutIsWhatEveryPageNeeds() {
        ReleasedMeasure full = (ReleasedMeasure) filled(ReleasedMeasure.class, Map.of());
        Set<String> left = new TreeSet<>();
        leaves("", ReleasedJson.tree(Withheld.from(full, Withheld.fields())), (path, leaf) -> left.add(path));
        assertThat(left)
                .containsExactlyInAnyOrder(
                        "number",
                        "heading.title",
                        "heading.summary",
                        "description",
                        "pathway.fieldOfAction.code",
                        "pathway.fieldOfAction.label",
                        "pathway.fieldOfAction.original",
                        "pathway.type.code",
                        "pathway.type.label",
                        "pathway.type.original",
                        "carriers.lead",
                        "carriers.scope.code",
                        "carriers.scope.label",
                        "table.actionName",
                        "table.actionType",
                        "table.actionDescription",
                        "table.fieldOfAction");
    }

    private static void leaves(String path, JsonNode node, BiConsumer<String, JsonNode> reader) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> leaves(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), reader));
        } else if (node.isArray()) {
            node.forEach(entry -> leaves(path, entry, reader));
        } else if (!node.isNull()) {
            reader.accept(path, node);
        }
    }

    /** @return a value in which nothing is empty */
    private static Object filled(Type type, Map<TypeVariable<?>, Type> arguments) {
        if (PLAIN.containsKey(type)) {
            return PLAIN.get(type);
        }
        if (type instanceof TypeVariable<?> variable) {
            return filled(arguments.get(variable), arguments);
        }
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            Type inner = argument instanceof TypeVariable<?> variable ? arguments.get(variable) : argument;
            Class<?> raw = (Class<?>) generic.getRawType();
            return raw == List.class
                    ? List.of(filled(inner, arguments))
                    : record(raw, Map.of(raw.getTypeParameters()[0], inner));
        }
        return record((Class<?>) type, arguments);
    }

    private static Object record(Class<?> type, Map<TypeVariable<?>, Type> arguments) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> filled(component.getGenericType(), arguments))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }
}
