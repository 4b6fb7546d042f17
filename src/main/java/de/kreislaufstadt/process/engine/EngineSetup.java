package de.kreislaufstadt.process.engine;

import de.kreislaufstadt.process.SingleRights;
import de.kreislaufstadt.process.StandIns;
import de.kreislaufstadt.process.engine.extension.CommandSpans;
import de.kreislaufstadt.process.engine.extension.GrantChecks;
import de.kreislaufstadt.process.engine.extension.GuardedIdentityService;
import de.kreislaufstadt.process.engine.extension.HistoryTimes;
import de.kreislaufstadt.process.engine.extension.InboxQuery;
import de.kreislaufstadt.process.engine.extension.JobAcquisition;
import de.kreislaufstadt.process.engine.extension.LeanHistory;
import de.kreislaufstadt.process.engine.extension.NoScripts;
import de.kreislaufstadt.process.engine.extension.QueryExpressions;
import de.kreislaufstadt.process.engine.extension.SlowHash;
import de.kreislaufstadt.process.engine.extension.TaskGrants;
import de.kreislaufstadt.process.engine.model.Handlers;
import de.kreislaufstadt.process.engine.model.LiteralFeel;
import de.kreislaufstadt.process.engine.model.ModelCheck;
import de.kreislaufstadt.process.engine.model.ModelDecisions;
import de.kreislaufstadt.process.engine.model.ModelWords;
import de.kreislaufstadt.process.engine.model.MunicipalityOfInstance;
import de.kreislaufstadt.process.engine.model.Variants;
import de.kreislaufstadt.process.engine.model.VariantsInModels;
import de.kreislaufstadt.process.engine.record.EndedTasks;
import de.kreislaufstadt.process.engine.record.TaskEventTable;
import de.kreislaufstadt.process.engine.task.CompletedForms;
import de.kreislaufstadt.process.engine.task.FormListeners;
import de.kreislaufstadt.process.engine.task.GuardedFormService;
import de.kreislaufstadt.process.engine.task.GuardedTaskService;
import de.kreislaufstadt.process.engine.task.HeldTasks;
import de.kreislaufstadt.process.engine.task.OpenedTasks;
import de.kreislaufstadt.process.engine.watch.MovingTasks;
import io.micrometer.tracing.Tracer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Settings of the engine that have no property. It waits for the database migration, which also creates the engine's
 * tables.
 */
@Component
@Order(org.camunda.bpm.spring.boot.starter.configuration.Ordering.DEFAULT_ORDER + 1)
@DependsOnDatabaseInitialization
class EngineSetup extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final ModelWords words;
    private final Handlers handlers;
    private final CompletedForms forms;
    private final OpenedTasks opened;
    private final MovingTasks moving;
    private final HeldTasks held;
    private final ModelDecisions decisions;
    private final ObjectProvider<EndedTasks> ended;
    private final ObjectProvider<StandIns> standIns;
    private final ObjectProvider<SingleRights> singleRights;
    private final TaskEventTable events;
    private final SlowHash passwords;
    private final ObjectProvider<Tracer> tracers;

    EngineSetup(
            ApplicationContext context,
            ModelWords words,
            Handlers handlers,
            CompletedForms forms,
            OpenedTasks opened,
            MovingTasks moving,
            HeldTasks held,
            ModelDecisions decisions,
            ObjectProvider<EndedTasks> ended,
            ObjectProvider<StandIns> standIns,
            ObjectProvider<SingleRights> singleRights,
            TaskEventTable events,
            SlowHash passwords,
            ObjectProvider<Tracer> tracers) {
        this.context = context;
        this.words = words;
        this.handlers = handlers;
        this.forms = forms;
        this.opened = opened;
        this.moving = moving;
        this.held = held;
        this.decisions = decisions;
        this.ended = ended;
        this.standIns = standIns;
        this.singleRights = singleRights;
        this.events = events;
        this.passwords = passwords;
        this.tracers = tracers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(words.byName());
        engine.setExpressionManager(new QueryExpressions(context, words.byName()));
        engine.setTenantIdProvider(new MunicipalityOfInstance());
        engine.setIdentityService(new GuardedIdentityService(standIns, singleRights));
        GuardedTaskService tasks = new GuardedTaskService(ended::getObject, standIns::getObject, events::openQuestion);
        engine.setTaskService(tasks);
        Supplier<Variants> variants = () -> context.getBean(Variants.class);
        engine.setFormService(new GuardedFormService(tasks, variants));
        engine.setResourceAuthorizationProvider(new TaskGrants());
        engine.setCustomSessionFactories(List.of(GrantChecks.factory(() -> context.getBean(JdbcOperations.class))));
        engine.setCustomHistoryLevels(List.of(new LeanHistory()));
        engine.setHistory(LeanHistory.NAME);
        engine.setHistoryRemovalTimeProvider(HistoryTimes.of(context.getEnvironment()));
        DefaultDmnEngineConfiguration tables = new DefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(LiteralFeel.factory());
        tables.getCustomPostDecisionTableEvaluationListeners().add(decisions);
        engine.setDmnEngineConfiguration(tables);
        // What was kept by the engine's default, SHA-512, stays valid.
        engine.setPasswordEncryptor(passwords);
        tracers.ifAvailable(tracer -> {
            engine.setCustomPreCommandInterceptorsTxRequired(List.of(new CommandSpans(tracer)));
            engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new CommandSpans(tracer)));
        });
        List<BpmnParseListener> listeners = engine.getCustomPreBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            engine.setCustomPreBPMNParseListeners(listeners);
        }
        listeners.add(new FormListeners(handlers, forms, opened, moving, held));
        listeners.add(new VariantsInModels(variants));
        engine.setCustomPreDeployers(List.of(new ModelCheck(words.byName(), variants)));
        // Script tasks, listeners and conditions: no model of ours has one, and none that is deployed may run.
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // Group ids contain a hyphen between municipality and department.
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+|camunda-admin");
        engine.setUserResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setTenantResourceWhitelistPattern("[a-zA-Z0-9-]+");
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        Configuration sql = engine.getSqlSessionFactory().getConfiguration();
        sql.addInterceptor(new InboxQuery());
        sql.addInterceptor(new JobAcquisition());
        forgetSources(sql);
    }

    /**
     * Once every statement has been put together nobody asks for its parts again; each of them holds the whole XML document it was
     * read from, an eighth of all that is in use.
     */
    private static void forgetSources(Configuration sql) {
        // Asking for them puts together what has waited for a document that was read later.
        sql.getMappedStatements();
        sql.getSqlFragments().clear();
    }
}
