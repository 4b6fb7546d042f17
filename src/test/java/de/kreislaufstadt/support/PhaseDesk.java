package de.kreislaufstadt.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreislaufstadt.department.Departments;
import de.kreislaufstadt.form.FilledForm;
import de.kreislaufstadt.form.FormBinding;
import de.kreislaufstadt.form.FormCheck;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.measure.CircularField;
import de.kreislaufstadt.measure.Measure;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One phase's module on a real PostgreSQL, without the engine: forms are checked and bound as in the application and handed
 * to the module's own handlers; routing values are kept as the process would keep them. Every desk has a measure of its own.
 */
public final class PhaseDesk implements AutoCloseable {

    public static final String CITY = "muenster";
    public static final String NUMBER = "WW-09";
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final List<String> DEPARTMENTS =
            List.of("wfm", "klima", "umwelt", "immobilien", "personal", "planung");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    /** As the application has it, so that prefilled dates look the way the browser gets them. */
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Map<String, Object> routing = new HashMap<>();
    private final RememberedSteps steps = new RememberedSteps();
    private final UUID measure = UUID.randomUUID();
    private final JdbcClient jdbc;

    /** @param module package of the module, e.g. {@code survey} */
    public PhaseDesk(String module) {
        var batches = new NamedParameterJdbcTemplate(TestPostgres.migratedDatabase());
        jdbc = JdbcClient.create(batches);
        jdbc.sql(
                        "insert into municipality (id, name, official_key, federal_state) values (:city, 'Münster', '05515000', 'NW')")
                .param("city", CITY)
                .update();
        jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (:id, :city, :number, 'wfm', 'KNOWLEDGE', 'wfm-sachbearbeitung')")
                .param("id", measure)
                .param("city", CITY)
                .param("number", NUMBER)
                .update();
        context.getBeanFactory().setConversionService(new ApplicationConversionService());
        context.registerBean(ObjectMapper.class, () -> json);
        context.registerBean(
                Validator.class, () -> Validation.buildDefaultValidatorFactory().getValidator());
        context.registerBean(NamedParameterJdbcTemplate.class, () -> batches);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(
                Clock.class, () -> Clock.fixed(TODAY.atTime(12, 0).atZone(ZONE).toInstant(), ZONE));
        context.registerBean(FourEyes.class, () -> steps);
        context.registerBean(Departments.class, TestDepartments::new);
        context.registerBean(RetentionPeriods.class, () -> (municipality, kind) -> Period.ofMonths(12));
        context.registerBean(Measures.class, () -> new TestMeasures(measure));
        context.register(FormSchemas.class, FormCheck.class, FormBinding.class, FilledForm.class);
        List.of(
                        "process.engine.model.ModelNames",
                        "process.engine.model.DecisionTables",
                        "process.engine.model.Variants",
                        "process.engine.model.FeelConditions",
                        "measure.ReportedValueTable")
                .forEach(name -> context.register(hidden(name)));
        context.scan("de.kreislaufstadt." + module);
        context.refresh();
    }

    /** Sets a routing value that another step would have set. */
    public PhaseDesk routing(String name, Object value) {
        routing.put(name, value);
        return this;
    }

    public Object routing(String name) {
        return routing.get(name);
    }

    public UUID measure() {
        return measure;
    }

    /** Completes a task with the valid data of its file. */
    public Outcome completes(String actor, String task) {
        return completes(actor, task, data -> {});
    }

    /**
     * Completes a task with the valid data of its file, changed.
     *
     * @throws de.kreislaufstadt.form.FormRefused from the schema, the record or the handler
     */
    public Outcome completes(String actor, String task, Consumer<ObjectNode> change) {
        ObjectNode data = valid(task);
        change.accept(data);
        return completes(handler(task), scope(task, actor), data);
    }

    /** Completes a task with what its form shows when it is opened, changed. */
    public Outcome completesPrefilled(String actor, String task, Set<String> fields, Consumer<ObjectNode> change) {
        ObjectNode data = json.valueToTree(prefill(task));
        data.retain(fields);
        change.accept(data);
        return completes(handler(task), scope(task, actor), data);
    }

    /** Valid data from {@code src/test/resources/forms}. */
    public ObjectNode valid(String file) {
        try {
            return (ObjectNode) json.readTree(text("forms/" + file + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Outcome runs(String step) {
        ServiceStep service = context.getBeansOfType(ServiceStep.class).values().stream()
                .filter(bean -> bean.step().equals(step))
                .findFirst()
                .orElseThrow();
        Outcome outcome = service.run(scope(step, null));
        routing.putAll(outcome.values());
        return outcome;
    }

    public Map<String, ?> prefill(String task) {
        return handler(task).prefill(scope(task, "wfm-sachbearbeitung"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** @return the only value of a query, as text */
    public String one(String sql) {
        return String.valueOf(jdbc.sql(sql).query().singleValue());
    }

    /** @return values of a query with one column, as text */
    public List<String> all(String sql) {
        return jdbc.sql(sql).query().singleColumn().stream()
                .map(String::valueOf)
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    private <F> Outcome completes(TaskHandler<F> handler, TaskContext scope, JsonNode data) {
        FormSchema schema = bean(FormSchemas.class).find(handler.task()).orElseThrow();
        bean(FormCheck.class).check(schema, data, handler.options(scope)).throwIfAny();
        Outcome outcome = handler.complete(scope, bean(FormBinding.class).bind(data, handler.form()));
        steps.completed(scope);
        routing.putAll(outcome.values());
        return outcome;
    }

    private TaskHandler<?> handler(String task) {
        return context.getBeansOfType(TaskHandler.class).values().stream()
                .filter(handler -> handler.task().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private TaskContext scope(String task, String actor) {
        return new TaskContext(CITY, measure, NUMBER, "wfm", "test", task, "1", actor, Map.copyOf(routing));
    }

    /** Modules know these only by their interfaces; the test runs the real ones. */
    private static Class<?> hidden(String name) {
        try {
            return Class.forName("de.kreislaufstadt." + name);
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

    private record TestMeasures(UUID id) implements Measures {

        @Override
        public Measure find(String municipality, UUID measure) {
            return new Measure(
                    id,
                    NUMBER,
                    "Kreislaufstadt",
                    "Kreislaufstadt",
                    "wfm",
                    MeasureState.STATUS_QUO,
                    Set.of(CircularField.BUILDING),
                    List.of("umwelt", "immobilien"),
                    TODAY,
                    null);
        }

        @Override
        public LocalDate decidableFrom(String municipality, UUID measure) {
            return TODAY;
        }

        @Override
        public Optional<Measure> findByNumber(String municipality, String number) {
            return Optional.of(find(municipality, id));
        }

        @Override
        public void explain(String municipality, UUID measure, String reason) {
            throw new UnsupportedOperationException("Not asked by the phases under test");
        }
    }

    private static final class TestDepartments implements Departments {

        @Override
        public List<Option> options(String municipality) {
            return DEPARTMENTS.stream()
                    .map(key -> new Option(key, "Amt " + key))
                    .toList();
        }

        @Override
        public String nameOf(String municipality, String department) {
            return "Amt " + department;
        }

        @Override
        public boolean isCurrent(String municipality, String department) {
            return DEPARTMENTS.contains(department);
        }

        @Override
        public String currentOf(String municipality, String department) {
            return department;
        }
    }
}
