package de.kreislaufstadt.process.web;

import de.kreislaufstadt.process.engine.task.TaskDesk;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.dto.repository.ProcessDefinitionDto;

/** Gives the definitions that Tasklist offers for starting the name of their start event, and leaves out those that do not hold. */
final class NamesOfStarts {

    private final TaskDesk desk;

    NamesOfStarts(TaskDesk desk) {
        this.desk = desk;
    }

    void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean forStarting = request.getUriInfo().getQueryParameters().containsKey("startableInTasklist");
        if (forStarting && response.getEntity() instanceof List<?> definitions) {
            Set<String> own = definitions.stream()
                    .filter(definition -> definition instanceof ProcessDefinitionDto dto && dto.getTenantId() != null)
                    .map(definition -> ((ProcessDefinitionDto) definition).getKey())
                    .collect(Collectors.toSet());
            response.setEntity(definitions.stream()
                    .filter(definition -> !isReplaced(definition, own))
                    .map(this::named)
                    .toList());
        }
    }

    /** Where the person's municipality has a model of its own, the shared one with the same key does not hold. */
    private static boolean isReplaced(Object definition, Set<String> own) {
        return definition instanceof ProcessDefinitionDto dto
                && dto.getTenantId() == null
                && own.contains(dto.getKey());
    }

    private Object named(Object definition) {
        return definition instanceof ProcessDefinitionDto dto
                ? desk.startName(dto.getId())
                        .<Object>map(name -> new Startable(dto, name))
                        .orElse(dto)
                : definition;
    }

    /** A definition under the name of its start event. */
    private static final class Startable extends ProcessDefinitionDto {

        Startable(ProcessDefinitionDto definition, String name) {
            this.id = definition.getId();
            this.key = definition.getKey();
            this.category = definition.getCategory();
            this.description = definition.getDescription();
            this.name = name;
            this.version = definition.getVersion();
            this.resource = definition.getResource();
            this.deploymentId = definition.getDeploymentId();
            this.diagram = definition.getDiagram();
            this.suspended = definition.isSuspended();
            this.tenantId = definition.getTenantId();
            this.versionTag = definition.getVersionTag();
            this.isStartableInTasklist = definition.isStartableInTasklist();
        }
    }
}
