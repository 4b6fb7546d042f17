package de.kreislaufstadt.process.engine.migrate;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Which of the models that come along are deployed when a node starts. Only what has changed becomes a new version: else a change of
 * one model would leave everything that runs on an older one. And a node of an older release that starts beside newer ones deploys
 * nothing: for the engine its models would be the newest.
 */
@Component
@Order(org.camunda.bpm.spring.boot.starter.configuration.Ordering.DEFAULT_ORDER + 2)
@DependsOnDatabaseInitialization
class DeployedModels extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(DeployedModels.class);

    private final ObjectProvider<Flyway> flyway;

    DeployedModels(ObjectProvider<Flyway> flyway) {
        this.flyway = flyway;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        SpringTransactionsProcessEngineConfiguration spring = (SpringTransactionsProcessEngineConfiguration) engine;
        spring.setDeployChangedOnly(true);
        Flyway migrations = flyway.getIfAvailable();
        if (migrations != null && isBehind(migrations.info())) {
            LOG.warn("Die Datenbank ist neuer als diese Anwendung: Sie läuft mit, spielt aber keine Modelle ein.");
            spring.setDeploymentResources(new Resource[0]);
        }
    }

    /** @return whether migrations have run that this release does not know: every release with a changed model brings one */
    static boolean isBehind(MigrationInfoService migrations) {
        return Stream.of(migrations.applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state.isApplied() && !state.isResolved());
    }
}
