package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.process.MeasureDirectory;
import de.kreislaufstadt.process.MeasureDirectory.Reader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads which field on a measure's own page. */
class ReadableFieldsTest {

    private static final String NOT_FOR_YOU = "nicht für Sie freigegeben";
    private static final Reader LEAD = new Reader(List.of("wfm"), false, false);
    private static final Reader CONTRIBUTING = new Reader(List.of("umwelt"), false, false);
    private static final Reader READER = new Reader(List.of("personal"), false, false);

    private MeasureDesk desk;

    @BeforeEach
    void aMeasure() {
        desk = new MeasureDesk();
        ObjectNode full = desk.read("measure/full-record.json");
        desk.proposes(MeasureDesk.WFM, data -> data.removeAll().setAll(full));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everybodyReadsWhatIsToBecomePublic() {
        narrow("funding", "PUBLIC");
        narrow("description", "CITY_GROUP");
        assertThat(details(READER)).isEqualTo(details(LEAD));
    }

    @Test
    void aFieldOfTheLeadIsLeftOutForAllOthersAndThePageSaysSo() {
        narrow("description", "INTERNAL");
        narrow("plan", "INTERNAL");
        assertThat(details(LEAD).toString()).doesNotContain(NOT_FOR_YOU);
        for (Reader reader : List.of(CONTRIBUTING, READER, new Reader(List.of(), false, true))) {
            Map<String, Object> details = details(reader);
            assertThat(details).containsEntry("description", NOT_FOR_YOU);
            assertThat(line(details, "Finanzplan")).isEqualTo(NOT_FOR_YOU);
            assertThat(line(details, "Was ist im Einzelnen geplant?")).isEqualTo(NOT_FOR_YOU);
            assertThat(line(details, "Titel")).isNotEqualTo(NOT_FOR_YOU);
        }
    }

    @Test
    void aFieldOfTheDepartmentsIsReadByThoseWhoWorkOnTheMeasure() {
        narrow("responsibleBody", "DEPARTMENT");
        for (Reader reader : List.of(
                LEAD,
                CONTRIBUTING,
                new Reader(List.of("klima"), false, false),
                new Reader(List.of("personal"), false, true),
                new Reader(List.of(), true, false))) {
            assertThat(details(reader)).doesNotContainEntry("responsibleBody", NOT_FOR_YOU);
        }
        assertThat(details(READER)).containsEntry("responsibleBody", NOT_FOR_YOU);
    }

    @Test
    void whoComesFromOutsideReadsWhatIsPublicEvenOfAMeasureTheyWorkOn() {
        narrow("responsibleBody", "CITY_GROUP");
        assertThat(details(READER)).doesNotContainEntry("responsibleBody", NOT_FOR_YOU);
        Map<String, Object> outside = details(new Reader(List.of(), false, true));
        assertThat(outside).containsEntry("responsibleBody", NOT_FOR_YOU);
        assertThat(line(outside, "Titel")).isNotEqualTo(NOT_FOR_YOU);
    }

    @Test
    void listsAreLeftOutAsAWhole() {
        narrow("partners", "INTERNAL");
        assertThat((List<?>) details(LEAD).get("contributing")).isNotEmpty();
        assertThat(details(READER)).containsEntry("contributing", List.of());
    }

    private void narrow(String field, String visibility) {
        desk.fieldVisibility.add(Map.of("field", field, "visibility", visibility, "narrow", true));
    }

    private Map<String, Object> details(Reader reader) {
        return desk.bean(MeasureDirectory.class)
                .details(MeasureDesk.CITY, desk.number, reader)
                .orElseThrow();
    }

    private static String line(Map<String, Object> details, String label) {
        Map<?, ?> version = (Map<?, ?>) ((List<?>) details.get("versions")).get(0);
        return ((List<?>) version.get("fields"))
                .stream()
                        .map(VersionFields.Field.class::cast)
                        .filter(field -> field.label().equals(label))
                        .map(VersionFields.Field::value)
                        .collect(Collectors.joining());
    }
}
