package de.kreislaufstadt.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreislaufstadt.measure.MeasureTakeOver;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.starterproject.StarterIdeas;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/**
 * The measures of the demo city, each created once: a real one, taken over in the phase it had reached, a proposal with
 * which every phase can be tried, and a second one that has been put off.
 */
@Component
@Profile("demo")
@Order(100)
class DemoMeasures implements ApplicationRunner {

    private static final String MUNICIPALITY = "muenster";
    private static final String ADMINISTRATOR = "admin";
    private static final String PROPOSER = "wfm-sachbearbeitung";

    /** The number the proposal gets as the first one of its field of action. */
    private static final String PROPOSAL = "BS-01";

    private static final String SECOND_PROPOSAL = "BS-02";

    private final ObjectMapper yaml =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    private final Measures measures;
    private final MeasureTakeOver takeOver;
    private final StarterIdeas starterIdeas;
    private final Lifecycles lifecycles;
    private final TransactionTemplate transaction;
    private final Environment environment;
    private final DemoStart demo;
    private final DemoDays days;

    DemoMeasures(
            Measures measures,
            MeasureTakeOver takeOver,
            StarterIdeas starterIdeas,
            Lifecycles lifecycles,
            PlatformTransactionManager transactions,
            Environment environment,
            DemoStart demo,
            DemoDays days) {
        this.measures = measures;
        this.takeOver = takeOver;
        this.starterIdeas = starterIdeas;
        this.lifecycles = lifecycles;
        this.transaction = new TransactionTemplate(transactions);
        this.environment = environment;
        this.demo = demo;
        this.days = days;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        TakenOverMeasure real = read("demo/ww-09.yaml", TakenOverMeasure.class);
        if (isNew(real.number())) {
            transaction.executeWithoutResult(status -> takeOver(real));
        }
        if (isNew(PROPOSAL)) {
            propose(read("demo/proposal.yaml", JsonNode.class), PROPOSER);
        }
        if (isNew(SECOND_PROPOSAL)) {
            propose(read("demo/second-proposal.yaml", JsonNode.class), "personal-sachbearbeitung");
            lastDays(real.number());
        }
    }

    /** As the people of the city, each with their own rights. */
    private void lastDays(String real) {
        days.somethingStaysUndone(real, "immobilien");
        DemoBrowser asker = signedIn("umwelt-sachbearbeitung");
        days.somebodyAsks(taskOf(asker, real), asker);
        DemoBrowser clerk = signedIn("klima-sachbearbeitung");
        days.somethingIsPutOff(taskOf(clerk, SECOND_PROPOSAL), clerk);
        String absent = "immobilien-sachbearbeitung";
        days.somebodyIsAway(signedIn(absent), absent, "planung-sachbearbeitung");
    }

    private String taskOf(DemoBrowser clerk, String measure) {
        return clerk.get("/camunda/api/engine/engine/default/task?processInstanceBusinessKey=" + measure)
                .get(0)
                .get("id")
                .asText();
    }

    private DemoBrowser signedIn(String user) {
        return new DemoBrowser(address(), user, demo.secrets().people());
    }

    private String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    private boolean isNew(String number) {
        return measures.findByNumber(MUNICIPALITY, number).isEmpty();
    }

    private void takeOver(TakenOverMeasure measure) {
        UUID id = takeOver.takeOver(MUNICIPALITY, measure.past(), ADMINISTRATOR);
        List<ItemRef> ideas = starterIdeas.takeOver(MUNICIPALITY, id, measure.ideas(), ADMINISTRATOR);
        Outcome routing = Outcome.of("decision", "APPROVE")
                .and("needsKnowledge", true)
                .and("needsSurvey", true)
                .and("needsWorkshops", true)
                .and("needsStarterProjects", true)
                .and("needsImplementation", true)
                .and("ideasBundled", true)
                .and("ideaIds", ideas);
        lifecycles.takeOver(
                MUNICIPALITY, id, measure.number(), measure.lead(), measure.activity(), routing, measure.steps());
    }

    /** Over HTTP as a clerk, the way everybody proposes: with the checks of the form and the rights of the person. */
    private void propose(JsonNode form, String proposer) {
        Map<String, Object> variable =
                Map.of("value", form.toString(), "type", "Json", "valueInfo", Map.of("transient", true));
        RestClient.create(address())
                .post()
                .uri("/engine-rest/process-definition/key/measure-lifecycle/submit-form")
                .headers(
                        headers -> headers.setBasicAuth(proposer, demo.secrets().people()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("variables", Map.of("form", variable)))
                .retrieve()
                .toBodilessEntity();
    }

    private <T> T read(String file, Class<T> type) throws IOException {
        return yaml.readValue(new ClassPathResource(file).getInputStream(), type);
    }
}
