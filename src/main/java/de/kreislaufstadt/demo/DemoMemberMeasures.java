package de.kreislaufstadt.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreislaufstadt.measure.MeasureForm;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.MeasureTakeOver;
import de.kreislaufstadt.measure.MeasureTakeOver.PastMeasure;
import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The measures of the other members, each created once: every city has proposed one, as its people do, and has two that it had
 * begun before it worked here, taken over in the phase they had reached.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(DemoMembers.SETTING)
@Order(130)
class DemoMemberMeasures implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMemberMeasures.class);
    private static final String ADMINISTRATOR = "admin";
    private static final String LEAD = "wirtschaft";

    /** Works here in every demo, and has departments of the same names. */
    private static final Map<String, String> PARTNER = Map.of("id", "partner07", "name", "Partnerkommune 07");

    private final ObjectMapper yaml =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    private final Measures measures;
    private final MeasureTakeOver takeOver;
    private final Lifecycles lifecycles;
    private final TransactionTemplate transaction;
    private final DemoTasks tasks;

    DemoMemberMeasures(
            Measures measures,
            MeasureTakeOver takeOver,
            Lifecycles lifecycles,
            PlatformTransactionManager transactions,
            DemoTasks tasks) {
        this.measures = measures;
        this.takeOver = takeOver;
        this.lifecycles = lifecycles;
        this.transaction = new TransactionTemplate(transactions);
        this.tasks = tasks;
    }

    @Override
    public void run(ApplicationArguments arguments) throws JsonProcessingException {
        List<Map<String, String>> all = DemoMembers.read("measures.yaml");
        List<Map<String, String>> begun = all.subList(1, all.size());
        int begunBefore = 0;
        List<Map<String, String>> members = new ArrayList<>(DemoMembers.all());
        members.add(PARTNER);
        for (Map<String, String> member : members) {
            if (isNew(member, all.get(0))) {
                propose(member, all.get(0));
            }
            for (int place : new int[] {begunBefore, begunBefore + 2}) {
                Map<String, String> measure = begun.get(place % begun.size());
                if (isNew(member, measure)) {
                    MeasureForm form = yaml.readValue(text(member, measure), MeasureForm.class);
                    transaction.executeWithoutResult(status -> takeOver(member.get("id"), measure, form));
                }
            }
            begunBefore++;
        }
        LOG.info(
                "Alle Mitglieder des Verbunds arbeiten in der Demo: {} weitere Kommunen",
                DemoMembers.all().size());
    }

    private boolean isNew(Map<String, String> member, Map<String, String> measure) {
        return measures.findByNumber(member.get("id"), measure.get("number")).isEmpty();
    }

    private static String text(Map<String, String> member, Map<String, String> measure) {
        Map<String, String> words = new HashMap<>(measure);
        words.putAll(member);
        return DemoMembers.filled("record.yaml", words);
    }

    private void takeOver(String municipality, Map<String, String> measure, MeasureForm form) {
        String number = measure.get("number");
        UUID id = takeOver.takeOver(
                municipality,
                new PastMeasure(
                        number,
                        LEAD,
                        MeasureState.valueOf(measure.get("state")),
                        null,
                        List.of(PastVersion.of(form)),
                        List.of(),
                        List.of()),
                ADMINISTRATOR);
        Outcome routing = Outcome.of("decision", "APPROVE")
                .and("needsImplementation", true)
                .and(measure.get("needs"), true);
        lifecycles.takeOver(municipality, id, number, LEAD, measure.get("activity"), routing, List.of());
    }

    /** As a clerk, the way everybody proposes. */
    private void propose(Map<String, String> member, Map<String, String> measure) throws JsonProcessingException {
        tasks.starts(
                member.get("id") + "-wirtschaft-sachbearbeitung",
                "measure-lifecycle",
                yaml.readTree(text(member, measure)));
    }
}
