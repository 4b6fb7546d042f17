package de.kreislaufstadt.association.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.process.Guidance;
import de.kreislaufstadt.process.Guidance.Guide;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.OtherCity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What guides people in a form and on the page of a measure: versions that hold, beside what the city itself has adopted. */
@ApplicationTest
class GuidanceTest {

    private static final String PAGES = "/camunda/api/kreislaufstadt/";

    @Autowired
    private Office office;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Guidance guidance;

    @LocalServerPort
    private int port;

    private ComponentRows components;

    @BeforeEach
    void anAssociation() {
        OtherCity.found(office.jdbc(), accounts);
        components = new ComponentRows(office.jdbc(), OtherCity.ID);
    }

    @AfterEach
    void clear() {
        components.clear();
    }

    @Test
    void withoutAnythingToReadThereIsNoGuidance() {
        String measure = office.as("wfm-sachbearbeitung").proposes();
        assertThat(head(measure).path("guidance")).isEmpty();
        assertThat(guidance.byPhase(Office.MUNICIPALITY)).isEmpty();
        assertThat(browser("wfm-sachbearbeitung")
                        .get(PAGES + "guidance/STRATEGY")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFormNamesTheComponentsOfItsPhase() {
        components.publish(ModelComponent.VISION_GOALS, 1);
        components.publish(ModelComponent.VISION_GOALS, 2);
        components.publish(ModelComponent.PRODUCTS, 1);
        String measure = office.as("wfm-sachbearbeitung").proposes();

        JsonNode guides = head(measure).path("guidance");

        assertThat(guides).hasSize(1);
        assertThat(guides.get(0).path("title").asText()).isEqualTo("Leitbild und Ziele");
        assertThat(guides.get(0).path("version").asInt()).isEqualTo(2);
        assertThat(guides.get(0).path("adoptedBy").asText()).isEqualTo("Deutscher Städtetag");
        assertThat(guides.get(0).path("why").asText()).contains("Wofür die Stadt steht");
    }

    @Test
    void aWithdrawnVersionGivesWayToTheOneBefore() {
        components.publish(ModelComponent.VISION_GOALS, 1);
        components.publish(ModelComponent.VISION_GOALS, 2);
        components.withdraw(ModelComponent.VISION_GOALS, 2);
        assertThat(inPhase("KNOWLEDGE")).extracting(Guide::version).containsExactly(1);
        components.withdraw(ModelComponent.VISION_GOALS, 1);
        assertThat(inPhase("KNOWLEDGE")).isEmpty();
    }

    @Test
    void whatTheCityHasAdoptedStandsBesideAndNotThatOfAnother() {
        components.publish(ModelComponent.STRATEGY, 1);
        components.says(OtherCity.ID, ModelComponent.STRATEGY, "ADOPTED", "Nebenan gilt etwas anderes.");
        components.says(Office.MUNICIPALITY, ModelComponent.PRODUCTS, "ADOPTED", "Bauteilbörse");

        assertThat(inPhase("STARTER_PROJECTS"))
                .satisfiesExactly(
                        strategy -> {
                            assertThat(strategy.version()).isEqualTo(1);
                            assertThat(strategy.ownSince()).isNull();
                        },
                        products -> {
                            assertThat(products.version()).isNull();
                            assertThat(products.ownSince()).isEqualTo(LocalDate.of(2026, 5, 4));
                        });
        Http browser = browser("wfm-sachbearbeitung");
        assertThat(browser.get(PAGES + "guidance/STRATEGY").body())
                .contains("Absatz von STRATEGY 1")
                .doesNotContain("Nebenan");
        JsonNode own = browser.get(PAGES + "guidance/PRODUCTS").json();
        assertThat(own.at("/own/blocks/0/texts/0").asText()).isEqualTo("Bauteilbörse");
        assertThat(own.has("version")).isFalse();

        components.says(Office.MUNICIPALITY, ModelComponent.PRODUCTS, "IN_WORK", "wird überarbeitet");
        assertThat(inPhase("STARTER_PROJECTS"))
                .as("the newest word holds")
                .extracting(Guide::key)
                .containsExactly("STRATEGY");
        assertThat(browser.get(PAGES + "guidance/PRODUCTS").status()).isEqualTo(404);
    }

    @Test
    void thePageOfAMeasureNamesEveryPhase() {
        for (ModelComponent component : ModelComponent.values()) {
            components.publish(component, 1);
        }
        String measure = office.as("wfm-sachbearbeitung").proposes();

        JsonNode phases = browser("wfm-sachbearbeitung")
                .get(PAGES + "measures/" + measure)
                .json()
                .path("guidance");

        assertThat(List.of("KNOWLEDGE", "STATUS_QUO", "WORKSHOPS", "STARTER_PROJECTS", "IMPLEMENTATION", "EVALUATION"))
                .allSatisfy(phase -> assertThat(phases.path(phase)).as(phase).isNotEmpty());
        assertThat(phases.has("PAUSED")).isFalse();
    }

    @Test
    void aComponentIsReadInBlocksAndAnUnknownOneIsNotFound() {
        components.publish(ModelComponent.STRATEGY, 1);
        Http browser = browser("wfm-sachbearbeitung");
        JsonNode read = browser.get(PAGES + "guidance/STRATEGY").json();
        assertThat(read.at("/sections/0/heading").asText()).isEqualTo("Worum es geht");
        assertThat(read.at("/sections/0/blocks/0/kind").asText()).isEqualTo("PARAGRAPH");
        assertThat(read.at("/sections/0/blocks/1/texts"))
                .extracting(JsonNode::asText)
                .containsExactly("eins", "zwei <b>fett</b>");
        assertThat(browser.get(PAGES + "guidance/strategie").status()).isEqualTo(404);
        assertThat(new Http(port).get(PAGES + "guidance/STRATEGY").status()).isEqualTo(401);
    }

    @Test
    void whatIsNoMeasureHasNoGuidance() {
        components.publish(ModelComponent.STRATEGY, 1);
        assertThat(guidance.ofMeasure(Office.MUNICIPALITY, UUID.randomUUID())).isEmpty();
    }

    private List<Guide> inPhase(String phase) {
        return guidance.byPhase(Office.MUNICIPALITY).getOrDefault(phase, List.of());
    }

    private JsonNode head(String measure) {
        String task = office.open(measure, "review-proposal").get(0).getId();
        return browser("klima-sachbearbeitung")
                .get(PAGES + "form/task/" + task)
                .json()
                .path("context");
    }

    private Http browser(String user) {
        Http browser = new Http(port);
        browser.signIn(user, "tasklist");
        return browser;
    }
}
