package de.kreislaufstadt.process.engine.glance;

import de.kreislaufstadt.process.TakenPaths;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the way of a measure from the engine's history of activities, in one statement per picture. */
@Component
class PathsInHistory implements TakenPaths {

    private final RepositoryService repository;
    private final ModelNames names;
    private final JdbcClient jdbc;

    PathsInHistory(RepositoryService repository, ModelNames names, JdbcClient jdbc) {
        this.repository = repository;
        this.names = names;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Path> of(String municipality, String measureNumber, String process, int version) {
        return definition(municipality, process, version).map(definition -> {
            Map<String, Integer> elements = new LinkedHashMap<>();
            List<String> open = new ArrayList<>();
            jdbc.sql("""
                            select a.act_id_, count(*) as times, count(*) filter (where a.end_time_ is null) as open
                            from camunda.act_hi_procinst i join camunda.act_hi_actinst a on a.proc_inst_id_ = i.proc_inst_id_
                            where i.tenant_id_ = :municipality and i.business_key_ = :number
                              and i.proc_def_id_ = :definition
                            group by a.act_id_
                            """)
                    .param("municipality", municipality)
                    .param("number", measureNumber)
                    .param("definition", definition.getId())
                    .query(row -> {
                        String element = row.getString("act_id_").replaceFirst("#multiInstanceBody$", "");
                        elements.merge(element, row.getInt("times"), Math::max);
                        if (row.getInt("open") > 0 && !open.contains(element)) {
                            open.add(element);
                        }
                    });
            BpmnModelInstance model = SignedIn.asSystem(() -> repository.getBpmnModelInstance(definition.getId()));
            return new Path(Bpmn.convertToString(model), elements, open, flows(model, elements, open));
        });
    }

    @Override
    public String nameOf(String process) {
        String german = SignedIn.asSystem(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .list())
                .stream()
                .map(ProcessDefinition::getName)
                .findFirst()
                .orElse(process);
        return names.process(process, german);
    }

    /** A flow has been taken where the measure has left its one end and come to the other. */
    private static List<String> flows(BpmnModelInstance model, Map<String, Integer> elements, List<String> open) {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> elements.containsKey(flow.getSource().getId())
                        && elements.containsKey(flow.getTarget().getId()))
                .filter(flow -> !open.contains(flow.getSource().getId())
                        || elements.get(flow.getSource().getId()) > 1)
                .map(SequenceFlow::getId)
                .toList();
    }

    /** The municipality's own model where it has one of that version, else the shared one. */
    private Optional<ProcessDefinition> definition(String municipality, String process, int version) {
        return SignedIn.asSystem(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .processDefinitionVersion(version)
                        .tenantIdIn(municipality)
                        .includeProcessDefinitionsWithoutTenantId()
                        .list())
                .stream()
                .min(Comparator.comparing(definition -> definition.getTenantId() == null));
    }
}
