package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.department.FederalState;
import de.kreislaufstadt.department.MunicipalityApplied;
import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.support.UsualMunicipalities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Who may read which field: the product says, a municipality may say less. */
class FieldVisibilityTest {

    private static final String CITY = "muenster";

    private final Map<String, Map<String, String>> tables = new HashMap<>(
            Map.of("product", new HashMap<>(Map.of("title", "PUBLIC", "funding", "PUBLIC", "plan", "CITY_GROUP"))));
    private final Map<String, String> file = new HashMap<>();

    private final FieldVisibilityInTables visibility = new FieldVisibilityInTables(
            new Tables(), new Files(), Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void withoutAWordOfTheMunicipalityTheProductsTableHolds() {
        assertThat(visibility.of(CITY))
                .isEqualTo(Map.of(
                        "title", Visibility.PUBLIC, "funding", Visibility.PUBLIC, "plan", Visibility.CITY_GROUP));
    }

    @Test
    void aFileNarrowsAFieldAndNeverWidensIt() {
        file.put("funding", "DEPARTMENT");
        file.put("plan", "PUBLIC");
        assertThat(visibility.of(CITY))
                .containsEntry("funding", Visibility.DEPARTMENT)
                .containsEntry("plan", Visibility.CITY_GROUP);
    }

    @Test
    void aTableOfTheMunicipalitysOwnNarrowsTooAndWhatItLeavesOutIsInternal() {
        tables.put(CITY, Map.of("title", "INTERNAL", "plan", "PUBLIC"));
        assertThat(visibility.of(CITY))
                .as("no page without a title")
                .containsEntry("title", Visibility.PUBLIC)
                .containsEntry("plan", Visibility.CITY_GROUP)
                .containsEntry("funding", Visibility.INTERNAL);
    }

    @Test
    void whatAMunicipalityChangesHoldsAtOnce() {
        assertThat(visibility.of(CITY)).containsEntry("funding", Visibility.PUBLIC);
        file.put("funding", "INTERNAL");
        visibility.on(new MunicipalityApplied(CITY));
        assertThat(visibility.of(CITY)).containsEntry("funding", Visibility.INTERNAL);
    }

    @Test
    void theTableKnowsEveryFieldOfTheRecord() throws IOException {
        Properties words = PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages/measure.properties"));
        Set<String> fields = words.stringPropertyNames().stream()
                .filter(key -> key.matches("measure\\.field\\.[A-Za-z0-9]+"))
                .map(key -> key.replace("measure.field.", ""))
                .filter(key -> !key.equals("source"))
                .collect(Collectors.toCollection(TreeSet::new));

        String table =
                new ClassPathResource("bpmn/decisions/field-visibility.dmn").getContentAsString(StandardCharsets.UTF_8);
        Set<String> rows = Pattern.compile("\"RECORD\"</text></inputEntry>\\s*<outputEntry[^>]*><text>\"(\\w+)\"")
                .matcher(table)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).isEqualTo(fields);
    }

    private final class Files extends UsualMunicipalities {

        @Override
        public List<String> all() {
            return List.of(CITY);
        }

        @Override
        public String nameOf(String municipality) {
            return "Stadt Münster";
        }

        @Override
        public FederalState federalState(String municipality) {
            return FederalState.NW;
        }

        @Override
        public Map<String, String> visibility(String municipality) {
            return file;
        }
    }

    private final class Tables implements Decisions {

        @Override
        public List<Map<String, Object>> evaluate(String municipality, String decision, Map<String, ?> inputs) {
            Map<String, String> table = municipality == null || !tables.containsKey(municipality)
                    ? tables.get("product")
                    : tables.get(municipality);
            return table.entrySet().stream()
                    .filter(row -> inputs.get("part").equals(row.getKey().equals("title") ? "RECORD" : "PROCESS"))
                    .map(row -> Map.<String, Object>of(
                            "field",
                            row.getKey(),
                            "visibility",
                            row.getValue(),
                            "narrow",
                            !row.getKey().equals("title")))
                    .toList();
        }
    }
}
