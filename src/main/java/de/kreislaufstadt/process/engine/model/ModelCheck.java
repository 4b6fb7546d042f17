package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.form.Problems;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Looks through what is deployed, whichever way it comes in, before the engine reads it. What is refused rolls the whole
 * deployment back.
 */
public final class ModelCheck implements Deployer {

    private final ModelRules rules;
    private final Supplier<Variants> variants;

    /**
     * @param words the beans models see, by name
     * @param variants models of single municipalities
     */
    public ModelCheck(Map<Object, Object> words, Supplier<Variants> variants) {
        this.rules = new ModelRules(words);
        this.variants = variants;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            Problems problems = new Problems();
            deployment.getResources().forEach((name, file) -> rules.check(name, file.getBytes(), problems));
            problems.throwIfAny();
            if (deployment.getTenantId() != null) {
                ownTables(deployment);
            }
        }
    }

    private void ownTables(DeploymentEntity deployment) {
        Problems problems = new Problems();
        deployment.getResources().forEach((name, file) -> {
            if (ModelRules.isDecision(name)) {
                OwnTables.check(name, file.getBytes(), problems);
            }
        });
        problems.throwIfAny();
        variants.get().forget();
    }
}
