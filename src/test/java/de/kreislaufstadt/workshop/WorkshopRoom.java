package de.kreislaufstadt.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.deadline.WorkingDays;
import de.kreislaufstadt.department.Mailboxes;
import de.kreislaufstadt.form.FilledForm;
import de.kreislaufstadt.form.FormBinding;
import de.kreislaufstadt.form.FormCheck;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.measure.Measures;
import de.kreislaufstadt.notification.Letters;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.DueDates;
import de.kreislaufstadt.process.FourEyes;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.RetentionPeriods;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskHandler;
import de.kreislaufstadt.support.RememberedSteps;
import de.kreislaufstadt.support.TestPostgres;
import de.kreislaufstadt.survey.ParticipantGroup;
import de.kreislaufstadt.survey.Quadrant;
import de.kreislaufstadt.survey.Sector;
import de.kreislaufstadt.survey.Stakeholder;
import de.kreislaufstadt.survey.Stakeholders;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.convert.support.ConfigurableConversionService;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The module on a real PostgreSQL, without the engine: forms are checked and bound as in the application, then handed to
 * their handlers. One room serves a test
 * class; {@link #clear()} empties it before each test.
 */
public final class WorkshopRoom implements AutoCloseable {

    public static final String CITY = "muenster";
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    public final JdbcClient jdbc;
    public final MovableClock clock = new MovableClock(TODAY);
    final UUID measure = UUID.randomUUID();
    final List<String> keyPlayers = new ArrayList<>();

    /** Members of the association today, the city itself among them. */
    public final List<MemberCities.City> members = new ArrayList<>();

    private final Map<String, Object> routing = new HashMap<>();
    private final RememberedSteps steps = new RememberedSteps();
    private final ObjectMapper json = new ObjectMapper();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public WorkshopRoom() {
        DataSource database = TestPostgres.migratedDatabase();
        jdbc = JdbcClient.create(database);
        jdbc.sql(
                        "insert into municipality (id, name, official_key, federal_state) values (?, 'Münster', '05515000', 'NW')")
                .param(CITY)
                .update();
        jdbc.sql("insert into measure (id, municipality_id, number, lead, state, created_by)"
                        + " values (?, ?, 'WW-09', 'wfm', 'WORKSHOPS', 'wfm-sachbearbeitung')")
                .params(measure, CITY)
                .update();
        start(database);
    }

    /** Back to a measure without workshops, on the first day. */
    public void clear() {
        jdbc.sql("truncate workshop cascade").update();
        clock.set(TODAY);
        keyPlayers.clear();
        members.clear();
        steps.forget();
        routing.clear();
    }

    private void start(DataSource database) {
        ConfigurableConversionService conversion = new ApplicationConversionService();
        context.getBeanFactory().setConversionService(conversion);
        context.registerBean(ObjectMapper.class, () -> json);
        context.registerBean(
                Validator.class, () -> Validation.buildDefaultValidatorFactory().getValidator());
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(database));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(DueDates.class, () -> new TwoWeeks(clock));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(FourEyes.class, () -> steps);
        context.registerBean(DepartmentDirectory.class, Moderation::new);
        context.registerBean(WorkingDays.class, EveryDay::new);
        context.registerBean(MemberCities.class, () -> day -> List.copyOf(members));
        context.registerBean(RetentionPeriods.class, () -> (municipality, kind) -> Period.ofMonths(3));
        silent(Letters.class);
        silent(Measures.class);
        silent(Mailboxes.class);
        context.registerBean(
                Stakeholders.class,
                () -> (municipality, id) ->
                        keyPlayers.stream().map(WorkshopRoom::keyPlayer).toList());
        context.register(
                FormSchemas.class,
                FilledForm.class,
                FormCheck.class,
                FormBinding.class,
                engine("ModelNames"),
                engine("DecisionTables"),
                engine("Variants"),
                engine("FeelConditions"));
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        // The pages for people without account need the whole application and are tested in it.
        scanner.addExcludeFilter(new RegexPatternTypeFilter(
                Pattern.compile(".*(Page|Pages|Templates|Desk|Facts|Refusals|JointReaders)")));
        scanner.scan("de.kreislaufstadt.workshop", "de.kreislaufstadt.link");
        context.refresh();
    }

    /** A neighbour that has nothing to say to what is tested here. */
    private <T> void silent(Class<T> type) {
        context.registerBean(
                type,
                () -> type.cast(Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> method.getReturnType() == List.class ? List.of() : null)));
    }

    /** The module knows these only by their interfaces; the test runs the real ones. */
    private static Class<?> engine(String name) {
        try {
            return Class.forName("de.kreislaufstadt.process.engine.model." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stakeholder keyPlayer(String organisation) {
        return new Stakeholder(
                UUID.randomUUID(),
                organisation,
                Sector.BUSINESS,
                ParticipantGroup.BUSINESS,
                Quadrant.KEY_PLAYER,
                "wfm");
    }

    private static String text(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the service task that plans workshops and enters the first of them. */
    public List<UUID> plan() {
        Outcome outcome = step("plan-workshops").run(scope("plan-workshops", null));
        List<UUID> ids = List.of(outcome.values().get("workshopIds").toString().split(",")).stream()
                .map(UUID::fromString)
                .toList();
        enter(ids.get(0));
        return ids;
    }

    void enter(UUID workshop) {
        routing.put("workshopId", workshop.toString());
    }

    /** Completes a task with its valid data. */
    public Outcome completes(String actor, String task) {
        return completes(actor, task, data -> {});
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
        routing.putAll(outcome.values());
        return outcome;
    }

    public Map<String, ?> prefill(String task) {
        return handler(task).prefill(scope(task, "wfm-sachbearbeitung"));
    }

    private TaskHandler<?> handler(String task) {
        return context.getBeansOfType(TaskHandler.class).values().stream()
                .filter(handler -> handler.task().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private ServiceStep step(String name) {
        return context.getBeansOfType(ServiceStep.class).values().stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private TaskContext scope(String task, String actor) {
        return new TaskContext(CITY, measure, "WW-09", "wfm", "workshops", task, "1", actor, Map.copyOf(routing));
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
}
