package de.kreislaufstadt.process.engine;

import de.kreislaufstadt.process.engine.extension.HistoryTimes;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start with a time for a process that there is not: whoever mistypes its key would keep its history too long. */
@Component
class HistorySettings {

    private final Environment settings;
    private final RepositoryService repository;

    HistorySettings(Environment settings, RepositoryService repository) {
        this.settings = settings;
        this.repository = repository;
    }

    /** @throws IllegalStateException naming what no process is called */
    @EventListener(ApplicationReadyEvent.class)
    void check() {
        HistoryTimes times = HistoryTimes.of(settings);
        Set<String> unknown = times.unknownTo(repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(HistoryTimes.SETTING + " names processes that there are not: " + unknown);
        }
    }
}
