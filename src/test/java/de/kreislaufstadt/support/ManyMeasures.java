package de.kreislaufstadt.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.measure.MeasureForm;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.MeasureTakeOver;
import de.kreislaufstadt.measure.MeasureTakeOver.PastMeasure;
import de.kreislaufstadt.measure.MeasureTakeOver.PastVersion;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.Lifecycles;
import de.kreislaufstadt.process.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A city with many measures in all phases, for views of the whole: taken over the way a real city brings them, each in the
 * phase it has reached, with deadlines before and after today. The same every time.
 */
@TestComponent
public class ManyMeasures {

    /** As many as the browser tests of the views look at. */
    public static final int USUAL = 200;

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int FIRST_NUMBER = 300;

    private static final Map<String, String> FIELDS = Map.of(
            "EE", "ENERGY",
            "BS", "BUILDING",
            "MO", "MOBILITY",
            "KH", "HOUSEHOLD",
            "BE", "EDUCATION_FOOD",
            "WW", "ECONOMY_SCIENCE",
            "SP", "CIVIC");

    private static final List<String> PREFIXES = List.of("WW", "BS", "BE", "EE", "MO", "KH", "SP");
    private static final List<String> LEADS = List.of("wfm", "umwelt", "immobilien", "planung", "personal", "awm");
    private static final List<String> SUBJECTS = List.of(
            "Wiederverwendung von Bauteilen",
            "Mehrweg auf städtischen Festen",
            "Reparieren statt wegwerfen",
            "Abwärme aus Rechenzentren",
            "Kreislaufgerechte Beschaffung",
            "Lebensmittel retten in Kantinen",
            "Baustofflager der Stadt",
            "Textilien im Kreislauf",
            "Räder für Lasten teilen",
            "Bodenaushub verwerten");
    private static final List<String> PLACES =
            List.of("Hafen", "Innenstadt", "Nord", "Süd", "Ost", "West", "Zentrum Nord");

    /**
     * Where a measure stands.
     *
     * @param activity of the life cycle at which its process starts; null where none runs
     * @param reason of the state, where it needs one
     */
    private record Station(MeasureState state, String activity, String reason) {}

    private static final List<Station> STATIONS = List.of(
            new Station(MeasureState.UNDER_REVIEW, "review-proposal", null),
            new Station(MeasureState.UNDER_REVIEW, "decide-measure", null),
            new Station(MeasureState.KNOWLEDGE, "phase-knowledge", null),
            new Station(MeasureState.STATUS_QUO, "phase-survey", null),
            new Station(MeasureState.WORKSHOPS, "plan-workshops", null),
            new Station(MeasureState.STARTER_PROJECTS, "phase-starter-projects", null),
            new Station(MeasureState.IMPLEMENTATION, "phase-implementation#multiInstanceBody", null),
            new Station(MeasureState.EVALUATION, "evaluate-measure", null),
            new Station(MeasureState.COMPLETED, null, null),
            new Station(MeasureState.PAUSED, null, "Der Haushalt ist noch nicht beschlossen."),
            new Station(MeasureState.DEFERRED, null, "Wiedervorlage im nächsten Jahr."),
            new Station(MeasureState.CANCELLED, null, "Die Förderung ist weggefallen."),
            new Station(MeasureState.REJECTED, null, "Die Maßnahme liegt außerhalb der Zuständigkeit der Stadt."));

    private final MeasureTakeOver takeOver;
    private final Lifecycles lifecycles;
    private final Office office;
    private final ObjectMapper json;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ManyMeasures(
            MeasureTakeOver takeOver,
            Lifecycles lifecycles,
            Office office,
            ObjectMapper json,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.takeOver = takeOver;
        this.lifecycles = lifecycles;
        this.office = office;
        this.json = json;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Brings measures into the municipality of the tests; two of them stand still with an incident.
     *
     * @param count how many, at most 600
     * @return their numbers
     */
    public List<String> arrive(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            numbers.add(transaction.execute(status -> arrives(index)));
        }
        lifecycles.waitNoLonger(Office.MUNICIPALITY, "plan-workshops");
        for (int i = 0; i < count; i++) {
            spread(numbers.get(i), i);
        }
        numbers.stream()
                .filter(number -> !office.openTasks(number).isEmpty())
                .limit(2)
                .forEach(this::getsStuck);
        return numbers;
    }

    private String arrives(int index) {
        Station station = STATIONS.get(index % STATIONS.size());
        String prefix = PREFIXES.get(index % PREFIXES.size());
        String number = prefix + "-" + (FIRST_NUMBER + index);
        String lead = LEADS.get(index / 2 % LEADS.size());
        UUID id = takeOver.takeOver(
                Office.MUNICIPALITY,
                new PastMeasure(
                        number,
                        lead,
                        station.state(),
                        station.reason(),
                        List.of(PastVersion.of(form(index, FIELDS.get(prefix), lead))),
                        List.of(),
                        List.of()),
                "admin");
        jdbc.sql("update measure_state_change set created_at = created_at - make_interval(days => :days)"
                        + " where municipality_id = :municipality and measure_id = :measure")
                .param("days", index * 13 % 400)
                .param("municipality", Office.MUNICIPALITY)
                .param("measure", id)
                .update();
        if (station.activity() != null) {
            lifecycles.takeOver(Office.MUNICIPALITY, id, number, lead, station.activity(), routing(index), List.of());
        }
        return number;
    }

    private Outcome routing(int index) {
        ItemRef project = ItemRef.of(new UUID(7, index), LEADS.get(index % LEADS.size()));
        return Outcome.of("decision", "APPROVE")
                .and("needsKnowledge", true)
                .and("needsSurvey", true)
                .and("needsWorkshops", true)
                .and("needsStarterProjects", true)
                .and("needsImplementation", true)
                .and("ideasBundled", false)
                .and("projectIds", List.of(project));
    }

    private MeasureForm form(int index, String field, String lead) {
        ObjectNode form = office.valid("propose-measure");
        ObjectNode outline = (ObjectNode) form.get("outline");
        outline.put(
                "title",
                SUBJECTS.get(index % SUBJECTS.size()) + " " + PLACES.get(index / SUBJECTS.size() % PLACES.size()));
        outline.put("fieldOfAction", field);
        form.put("lead", lead);
        try {
            return json.treeToValue(form, MeasureForm.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deadlines from ten days ago to a month ahead; every third task has been taken by somebody. */
    private void spread(String number, int index) {
        LocalDate day = LocalDate.now(BERLIN).plusDays(index * 7 % 41 - 10);
        for (Task task : office.tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .list()) {
            task.setDueDate(
                    Date.from(day.atTime(LocalTime.of(23, 59)).atZone(BERLIN).toInstant()));
            if (index % 3 == 0) {
                task.setAssignee("wfm-sachbearbeitung");
            }
            office.tasks().saveTask(task);
        }
    }

    /** A failure belongs to an activity; the instance that waits for a called process stands at none. */
    private void getsStuck(String number) {
        Task task = office.tasks()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .list()
                .get(0);
        office.runtime().createIncident("failedJob", task.getExecutionId(), "1", "Der Mailserver antwortet nicht.");
    }
}
