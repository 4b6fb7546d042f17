package de.kreislaufstadt.process.engine.glance;

import de.kreislaufstadt.process.TakenPaths;
import de.kreislaufstadt.process.engine.model.ModelNames;
import de.kreislaufstadt.process.engine.people.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** The engine goes from one element to the next in one go, or as soon as a job has been run. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

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
            List<Visit> visits = visits(municipality, measureNumber, definition.getId());
            Map<String, Integer> elements = new LinkedHashMap<>();
            visits.forEach(visit -> elements.merge(visit.element(), 1, Integer::sum));
            List<String> open = visits.stream()
                    .filter(visit -> visit.end() == null)
                    .map(Visit::element)
                    .distinct()
                    .toList();
            BpmnModelInstance model = SignedIn.asSystem(() -> repository.getBpmnModelInstance(definition.getId()));
            return new Path(Bpmn.convertToString(model), elements, open, flows(model, visits));
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

    /** A stay at an element; without an end it is there still. */
    private record Visit(String instance, String element, Instant start, Instant end) {

        boolean leadsTo(Visit next) {
            return end != null
                    && instance.equals(next.instance())
                    && !next.start().isBefore(end)
                    && next.start().isBefore(end.plus(AT_ONCE));
        }
    }

    private List<Visit> visits(String municipality, String measureNumber, String definition) {
        return jdbc.sql("""
                        select a.proc_inst_id_, a.act_id_, a.start_time_, a.end_time_
                        from camunda.act_hi_procinst i join camunda.act_hi_actinst a on a.proc_inst_id_ = i.proc_inst_id_
                        where i.tenant_id_ = :municipality and i.business_key_ = :number and i.proc_def_id_ = :definition
                          and a.act_id_ not like '%#multiInstanceBody'
                        order by a.start_time_, a.sequence_counter_
                        """)
                .param("municipality", municipality)
                .param("number", measureNumber)
                .param("definition", definition)
                .query((row, number) -> new Visit(
                        row.getString("proc_inst_id_"),
                        row.getString("act_id_"),
                        row.getTimestamp("start_time_").toInstant(),
                        row.getTimestamp("end_time_") == null
                                ? null
                                : row.getTimestamp("end_time_").toInstant()))
                .list();
    }

    /** The history keeps no flows. One has been taken where the measure came to its end as it left its beginning. */
    private static List<String> flows(BpmnModelInstance model, List<Visit> visits) {
        Map<String, List<Visit>> by = visits.stream().collect(Collectors.groupingBy(Visit::element));
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> by.getOrDefault(flow.getSource().getId(), List.of()).stream()
                        .anyMatch(left -> by.getOrDefault(flow.getTarget().getId(), List.of()).stream()
                                .anyMatch(left::leadsTo)))
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
