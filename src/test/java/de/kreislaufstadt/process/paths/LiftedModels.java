package de.kreislaufstadt.process.paths;

import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.upgrade.ChangedModels;
import de.kreislaufstadt.upgrade.UpgradeCommand;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * A newer version of every model, so that measures in every state are lifted, whether a release has changed their model or not: one of
 * them has a step less, in which some measures stand.
 */
final class LiftedModels {

    /** The step that the newer version of its model does not have. */
    static final String GONE = "review-knowledge";

    private static final String WITH_LESS = "knowledge-building";

    private static final String OLDER = """
            from camunda.act_ru_execution e join camunda.act_re_procdef d on d.id_ = e.proc_def_id_
            where e.parent_id_ is null and d.tenant_id_ is null
              and d.version_ < (select max(n.version_) from camunda.act_re_procdef n where n.key_ = d.key_ and n.tenant_id_ is null)
            """;

    private final RepositoryService repository;
    private final Office office;
    private final UpgradeCommand command;
    private final ChangedModels next;

    LiftedModels(RepositoryService repository, Office office, UpgradeCommand command) {
        this.repository = repository;
        this.office = office;
        this.command = command;
        this.next = new ChangedModels(repository);
    }

    void everyModelHasANewerVersion() {
        repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                .map(ProcessDefinition::getKey)
                .forEach(process -> next.shared(
                        process,
                        process.equals(WITH_LESS) ? ChangedModels.withoutReview() : ChangedModels.tagged("9.0.0")));
    }

    void whatWasGoneIsBack() {
        next.shared(WITH_LESS, ChangedModels.tagged("9.0.1"));
    }

    Printed carriesOut(String action) {
        return Printed.by(command::run, action);
    }

    /** @return numbers of the measures that stand at a step */
    Set<String> standingAt(String step) {
        return new TreeSet<>(values("""
                select distinct i.business_key_ from camunda.act_ru_task t join camunda.act_ru_execution i on i.id_ = t.proc_inst_id_
                where t.task_def_key_ = '%s'
                """.formatted(step)));
    }

    /** @return how many instances there are, callers and what they have called each for itself */
    long running() {
        return Long.parseLong(values("select count(*)::text from camunda.act_ru_execution where parent_id_ is null")
                .get(0));
    }

    long onOlderVersions() {
        return Long.parseLong(values("select count(*)::text " + OLDER).get(0));
    }

    /** @return numbers of measures, or keys of what else runs */
    Set<String> measuresOnOlderVersions() {
        return new TreeSet<>(values("select coalesce(e.business_key_, d.key_) " + OLDER));
    }

    /** @return how many liftings the log of actions names */
    long entries() {
        return Long.parseLong(values("select count(*)::text from audit_entry where kind = 'MODEL_LIFTED'")
                .get(0));
    }

    private List<String> values(String sql) {
        return office.jdbc().sql(sql).query(String.class).list();
    }
}
