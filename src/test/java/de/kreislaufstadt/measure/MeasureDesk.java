package de.kreislaufstadt.measure;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormBinding;
import de.kreislaufstadt.form.FormCheck;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.form.Option;
import de.kreislaufstadt.process.Actor;
import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.StartHandler.Started;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.support.RememberedSteps;
import de.kreislaufstadt.support.TestPostgres;
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
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The module on a real PostgreSQL, without the engine: forms are checked and bound as in the application, then handed to
 * their handlers, each in a transaction of its own.
 */
final class MeasureDesk implements AutoCloseable {

    static final String CITY = "muenster";
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Actor WFM = new Actor(CITY, "wfm-sachbearbeitung", List.of("wfm"));

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static DataSource database;

    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Map<String, Object> routing = new HashMap<>();

    /** Rows of the decision table of this name. */
    final List<Map<String, Object>> fieldVisibility = new ArrayList<>();

    UUID measure;
    String number;
    private final RememberedSteps steps = new RememberedSteps();
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    MeasureDesk() {
        DataSource database = database();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        TestPostgres.emptied(jdbc);
        city(CITY, "05515000");
        city("andere", "05111000");
        Clock clock =
                Clock.fixed(TODAY.atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant(), ZoneId.of("Europe/Berlin"));
        context.getBeanFactory().setConversionService(new ApplicationConversionService());
        context.registerBean(ObjectMapper.class, () -> json);
        context.registerBean(Validator.class, () -> VALIDATOR);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(database));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(FourEyes.class, () -> steps);
        context.registerBean(Decisions.class, () -> (municipality, decision, inputs) -> fieldVisibility);
        context.registerBean(TestCity.class);
        context.register(FormSchemas.class, FormCheck.class, FormBinding.class, feelConditions());
        context.scan("de.kreislaufstadt.measure");
        context.refresh();
    }

    /** The module knows it only by its interface; the test runs the real one. */
    private static Class<?> feelConditions() {
        try {
            return Class.forName("de.kreislaufstadt.process.engine.model.FeelConditions");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void city(String id, String key) {
        jdbc.sql("insert into municipality (id, name, official_key, federal_state) values (?, ?, ?, 'NW')")
                .params(id, id, key)
                .update();
    }

    /** One database for all desks: each begins with an empty one, since creating and migrating costs most of a test. */
    static synchronized DataSource database() {
        if (database == null) {
            database = TestPostgres.migratedDatabase();
        }
        return database;
    }

    private static String text(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Valid data of a form. */
    ObjectNode valid(String form) {
        return read("forms/" + form + ".json");
    }

    ObjectNode read(String path) {
        try {
            return (ObjectNode) json.readTree(text(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Valid data of a form over the whole record, bound. */
    MeasureForm form(String form) {
        ObjectNode record = valid(form);
        record.remove("changes");
        return bean(FormBinding.class).bind(record, MeasureForm.class);
    }

    /** Proposes a measure with its valid data, changed; later steps are about it. */
    Started proposes(Actor actor, Consumer<ObjectNode> change) {
        ObjectNode data = valid("propose-measure");
        change.accept(data);
        ProposeMeasure handler = bean(ProposeMeasure.class);
        return transaction.execute(status -> {
            MeasureForm form = bound(handler.startEvent(), data, handler.options(actor), handler.form());
            Started started = handler.start(actor, form);
            number = started.businessKey();
            measure =
                    UUID.fromString(started.outcome().values().get("measureId").toString());
            return started;
        });
    }

    Started proposes() {
        return proposes(WFM, data -> {});
    }

    Outcome completes(String actor, String task) {
        return completes(actor, task, data -> {});
    }

    /**
     * Completes a task with its valid data, changed.
     *
     * @throws de.kreislaufstadt.form.FormRefused from the schema, the record or the handler
     */
    Outcome completes(String actor, String task, Consumer<ObjectNode> change) {
        ObjectNode data = valid(task);
        change.accept(data);
        return complete(handler(task), scope(task, actor), data);
    }

    private <F> Outcome complete(TaskHandler<F> handler, TaskContext scope, JsonNode data) {
        Outcome outcome = transaction.execute(
                status -> handler.complete(scope, bound(handler.task(), data, handler.options(scope), handler.form())));
        steps.completed(scope);
        routing.putAll(outcome.values());
        return outcome;
    }

    private <F> F bound(String form, JsonNode data, Map<String, List<Option>> options, Class<F> type) {
        FormSchema schema = bean(FormSchemas.class).find(form).orElseThrow();
        bean(FormCheck.class).check(schema, data, options).throwIfAny();
        return bean(FormBinding.class).bind(data, type);
    }

    /** @return the fields at which a proposal is refused */
    List<String> refusedProposal(Consumer<ObjectNode> change) {
        return fields(catchThrowableOfType(FormRefused.class, () -> proposes(WFM, change)));
    }

    /** @return the fields at which a submission is refused */
    List<String> refused(String actor, String task, Consumer<ObjectNode> change) {
        return fields(catchThrowableOfType(FormRefused.class, () -> completes(actor, task, change)));
    }

    private static List<String> fields(FormRefused refused) {
        return refused.problems().stream().map(FieldProblem::field).toList();
    }

    /** What a task shows when it is opened, as JSON. */
    ObjectNode opens(String task) {
        return json.valueToTree(handler(task).prefill(scope(task, "wfm-sachbearbeitung")));
    }

    private TaskHandler<?> handler(String task) {
        return context.getBeansOfType(TaskHandler.class).values().stream()
                .filter(handler -> handler.task().equals(task))
                .findFirst()
                .orElseThrow();
    }

    TaskContext scope(String task, String actor) {
        return new TaskContext(
                CITY, measure, number, "wfm", "measure-lifecycle", task, "1", actor, Map.copyOf(routing));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** @return the only value of a query */
    Object one(String sql) {
        return jdbc.sql(sql).query().singleValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
