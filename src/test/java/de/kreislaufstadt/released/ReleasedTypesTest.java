package de.kreislaufstadt.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be public is what these types have a place for; nothing can be put into them that they do not name. */
class ReleasedTypesTest {

    private static final Set<Type> PLAIN = Set.of(
            String.class, Integer.class, int.class, boolean.class, BigDecimal.class, LocalDate.class, Instant.class);

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void aReleasedVersionHasNoPlaceForWhatNobodyHasNamed() {
        walk(ReleasedMeasure.class);
        walk(LiveState.class);
        walk(TimeFacts.class);
        walk(Approach.class);
        walk(ApproachVersion.class);
        walk(ReleasedMaturity.class);
        walk(ComparedStep.class);
        assertThat(seen).contains(ReleasedParts.Milestone.class, Stated.Other.class, StatedValue.class);
    }

    @Test
    void aReleasedVersionIsReadAsItWasStored() throws Exception {
        for (ReleasedMeasure measure : List.of(ReleasedExamples.rich(), ReleasedExamples.bare())) {
            assertThat(json.readValue(json.writeValueAsString(measure), ReleasedMeasure.class))
                    .isEqualTo(measure);
        }
    }

    @Test
    void whatTheTypesNoLongerNameIsNotReadAgain() throws Exception {
        String stored =
                json.writeValueAsString(ReleasedExamples.bare()).replaceFirst("\\{", "{\"internalNote\":\"geheim\",");
        ReleasedMeasure read = json.readValue(stored, ReleasedMeasure.class);
        assertThat(json.writeValueAsString(read)).doesNotContain("geheim");
    }

    private void walk(Type type) {
        if (PLAIN.contains(type) || type instanceof TypeVariable<?>) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                walk(argument);
            }
            walk(generic.getRawType());
            return;
        }
        Class<?> named = (Class<?>) type;
        if (named == List.class || !seen.add(named)) {
            return;
        }
        assertThat(named).as("may hold anything").isRecord();
        assertThat(named.getPackage()).isEqualTo(ReleasedMeasure.class.getPackage());
        for (RecordComponent component : named.getRecordComponents()) {
            walk(component.getGenericType());
        }
    }
}
