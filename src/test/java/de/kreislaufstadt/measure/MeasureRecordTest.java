package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.measure.MeasureTakeOver.PastMeasure;
import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.process.MeasureDirectory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class MeasureRecordTest {

    private MeasureDesk desk;

    @BeforeEach
    void open() {
        desk = new MeasureDesk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everything_the_form_asks_for_comes_back_when_it_is_opened_again() {
        ObjectNode full = desk.read("measure/full-record.json");
        desk.proposes(MeasureDesk.WFM, data -> data.removeAll().setAll(full));
        full.remove(List.of("lead", "source"));
        assertThat(flat(desk.opens("change-details"))).isEqualTo(flat(full));
    }

    @Test
    void two_sources_of_a_measure_that_is_taken_over_stand_side_by_side() {
        desk.measure = takeOver("WW-09", MeasureState.STARTER_PROJECTS);
        Map<String, Object> details = desk.bean(MeasureDirectory.class)
                .details(MeasureDesk.CITY, "WW-09")
                .orElseThrow();
        assertThat(details)
                .containsEntry("stateLabel", "Starterprojekte")
                .containsEntry("fieldOfActionLabel", "Wirtschaft und Wissenschaft")
                .containsEntry("responsibleBody", "Wirtschaftsförderung Münster GmbH")
                .containsEntry("plannedUntil", "12/2028");
        assertThat((List<?>) details.get("versions"))
                .hasSize(2)
                .allSatisfy(version -> assertThat(version)
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsKeys("version", "source", "asOf", "createdBy", "title", "fields"));
        assertThat(details.get("versions").toString())
                .contains("label=Kosten, value=ca. 12.500,50 €")
                .contains("value=Stadtverwaltung Münster")
                .contains("value=Wirtschaftsförderung Münster GmbH");
        assertThat(details.get("statusReports").toString()).contains("Im Plan");
        assertThat(details.get("decisions").toString()).contains("V/0573/2024");
    }

    @Test
    void numbers_go_on_after_one_that_was_taken_over() {
        takeOver("WW-09", MeasureState.STARTER_PROJECTS);
        takeOver("WW-03", MeasureState.COMPLETED);
        desk.proposes();
        assertThat(desk.number).isEqualTo("WW-10");
        assertThatThrownBy(() -> takeOver("WW-09", MeasureState.DECIDED))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private UUID takeOver(String number, MeasureState state) {
        PastMeasure past = new PastMeasure(
                number,
                "wfm",
                state,
                null,
                List.of(PastVersion.of(desk.form("rework-proposal")), PastVersion.of(desk.form("change-details"))),
                List.of(new MeasureDecision(
                        "Rat der Stadt",
                        LocalDate.of(2024, 9, 18),
                        DecisionResult.APPROVE,
                        List.of(Phase.KNOWLEDGE),
                        null,
                        null,
                        null,
                        "V/0573/2024")),
                List.of(new StatusReport(
                        LocalDate.of(2024, 12, 1), "Zwei Workshops fanden statt.", null, Assessment.ON_PLAN)));
        return desk.transaction.execute(
                status -> desk.bean(MeasureTakeOver.class).takeOver(MeasureDesk.CITY, past, "admin"));
    }

    /** Every value by its path: numbers compare by value, empty lists and order of keys do not count. */
    private static Map<String, String> flat(JsonNode data) {
        Map<String, String> values = new TreeMap<>();
        flatten("", data, values);
        return values;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(path + "/" + entry.getKey(), entry.getValue(), values));
        } else if (node.isArray()) {
            int position = 0;
            for (JsonNode element : sorted(node)) {
                flatten(path + "/" + position++, element, values);
            }
        } else {
            values.put(
                    path,
                    node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.asText());
        }
    }

    /** Ticked boxes have no order; rows of lists have one. */
    private static Iterable<JsonNode> sorted(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        if (elements.stream().allMatch(JsonNode::isTextual)) {
            elements.sort((one, other) -> one.asText().compareTo(other.asText()));
        }
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        elements.forEach(sorted::add);
        return sorted;
    }
}
