package de.kreislaufstadt.starterproject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreislaufstadt.form.FilledForm;
import de.kreislaufstadt.form.FormBinding;
import de.kreislaufstadt.form.FormCheck;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.support.RememberedSteps;
import de.kreislaufstadt.support.TestPostgres;
import de.kreislaufstadt.workshop.Ideas;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The modules for starter projects and their implementation on a real PostgreSQL, without the engine: forms are checked and
 * bound as in the application, then handed to their handlers. Every room has a measure of its own.
 */
public final class ProjectRoom implements AutoCloseable {

    public static final String CITY = "muenster";
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    public final UUID measure = UUID.randomUUID();
    public final Map<String, Object> routing = new HashMap<>();
    public final List<Ideas.Idea> workshopIdeas = new ArrayList<>();
    public final List<String> explanations = new ArrayList<>();
    private final RememberedSteps steps = new RememberedSteps();
    private final JdbcClient jdbc;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public ProjectRoom() {
        DataSource database = TestPostgres.migratedDatabase();
        jdbc = JdbcClient.create(database);
        jdbc.sql("insert into municipality (id, name, official_key, federal_state, paper_number_pattern)"
                        + " values ('muenster', 'Münster', '05515000', 'NW', 'V/\\d{4}/\\d{4}')")
                .update();
        jdbc.sql(
                        "insert into department (municipality_id, key, name) values ('muenster', 'wfm', 'Wirtschaftsförderung'),"
                                + " ('muenster', 'immobilien', 'Immobilienmanagement'), ('muenster', 'personal', 'Personalamt')")
                .update();
        jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (:id, 'muenster', 'WW-09', 'wfm', 'STARTER_PROJECTS', 'wfm-sachbearbeitung')")
                .param("id", measure)
                .update();
        start(database);
    }

    private void start(DataSource database) {
        context.getBeanFactory().setConversionService(new ApplicationConversionService());
        context.registerBean(ObjectMapper.class, () -> json);
        context.registerBean(
                Validator.class, () -> Validation.buildDefaultValidatorFactory().getValidator());
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(database));
        ZoneId zone = ZoneId.of("Europe/Berlin");
        context.registerBean(
                Clock.class, () -> Clock.fixed(TODAY.atTime(12, 0).atZone(zone).toInstant(), zone));
        context.registerBean(Ideas.class, () -> (municipality, id) -> List.copyOf(workshopIdeas));
        context.registerBean(Measures.class, KnownMeasure::new);
        context.registerBean(FourEyes.class, () -> steps);
        context.register(FormSchemas.class, FormCheck.class, FormBinding.class, FilledForm.class);
        // The modules know these only by their interfaces; the test runs the real ones.
        List.of(
                        "process.engine.model.ModelNames",
                        "process.engine.model.DecisionTables",
                        "process.engine.model.Variants",
                        "process.engine.model.FeelConditions",
                        "department.CityTable",
                        "department.Cities",
                        "department.Directory",
                        "measure.ConditionTable",
                        "measure.ReportedValueTable",
                        "measure.StatusReportTable")
                .forEach(name -> context.register(type("de.kreislaufstadt." + name)));
        context.scan("de.kreislaufstadt.starterproject", "de.kreislaufstadt.implementation");
        context.refresh();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes a task with its valid data as a clerk of the lead department. */
    public Outcome completes(String task) {
        return completes(task, data -> {});
    }

    public Outcome completes(String task, Consumer<ObjectNode> change) {
        return completes(task.startsWith("decide-") ? "wfm-leitung" : "wfm-sachbearbeitung", task, change);
    }

    /**
     * Completes a task with its valid data, changed.
     *
     * @throws de.kreislaufstadt.form.FormRefused from the schema, the record or the handler
     */
    public Outcome completes(String actor, String task, Consumer<ObjectNode> change) {
        try {
            ObjectNode data = (ObjectNode) json.readTree(text("forms/" + task + ".json"));
            change.accept(data);
            return complete(handler(task), scope(task, actor), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <F> Outcome complete(TaskHandler<F> handler, TaskContext scope, JsonNode data) {
        FormSchema schema = bean(FormSchemas.class).find(handler.task()).orElseThrow();
        bean(FormCheck.class).check(schema, data, handler.options(scope)).throwIfAny();
        Outcome outcome = handler.complete(scope, bean(FormBinding.class).bind(data, handler.form()));
        steps.completed(scope);
        outcome.values().forEach(routing::put);
        return outcome;
    }

    /** Runs a service task. */
    public Outcome runs(String step) {
        return context.getBeansOfType(ServiceStep.class).values().stream()
                .filter(service -> service.step().equals(step))
                .findFirst()
                .orElseThrow()
                .run(scope(step, null));
    }

    /** @return what the form shows when it is opened, as the browser gets it */
    public ObjectNode prefill(String task) {
        return json.valueToTree(handler(task).prefill(scope(task, "wfm-sachbearbeitung")));
    }

    /** @return labels of the choices of a form */
    public List<String> labels(String task, String valuesKey) {
        return handler(task).options(scope(task, "wfm-sachbearbeitung")).get(valuesKey).stream()
                .map(option -> option.label())
                .toList();
    }

    /** Enters an element of a multi-instance activity. */
    public void enter(String variable, String element) {
        routing.put(variable, element);
    }

    /** @return the elements an outcome names */
    public static List<String> elements(Outcome outcome, String name) {
        return List.of(outcome.values().get(name).toString().split(","));
    }

    private TaskHandler<?> handler(String task) {
        return context.getBeansOfType(TaskHandler.class).values().stream()
                .filter(handler -> handler.task().equals(task))
                .findFirst()
                .orElseThrow();
    }

    public TaskContext scope(String task, String actor) {
        return new TaskContext(CITY, measure, "WW-09", "wfm", "process", task, "1", actor, new HashMap<>(routing));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** @return the only value of a query */
    public Object one(String sql) {
        return jdbc.sql(sql).query().singleValue();
    }

    @Override
    public void close() {
        context.close();
    }

    private final class KnownMeasure implements Measures {

        @Override
        public Measure find(String municipality, UUID id) {
            return new Measure(
                    id,
                    "WW-09",
                    "Kreislaufstadt",
                    "Kreislaufstadt",
                    "wfm",
                    MeasureState.STARTER_PROJECTS,
                    Set.of(),
                    List.of(),
                    LocalDate.of(2025, 2, 1),
                    null);
        }

        @Override
        public LocalDate decidableFrom(String municipality, UUID id) {
            return find(municipality, id).begin();
        }

        @Override
        public Optional<Measure> findByNumber(String municipality, String number) {
            return Optional.empty();
        }

        @Override
        public void explain(String municipality, UUID id, String reason) {
            explanations.add(reason);
        }
    }
}
