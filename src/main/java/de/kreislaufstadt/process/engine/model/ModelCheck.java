package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.form.Problems;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Looks through what is deployed, whichever way it comes in, before the engine reads it. What is refused rolls the whole
 * deployment back.
 */
public final class ModelCheck implements Deployer {

    private final ModelRules rules;

    /** @param words the beans models see, by name */
    public ModelCheck(Map<Object, Object> words) {
        this.rules = new ModelRules(words);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            Problems problems = new Problems();
            deployment.getResources().forEach((name, file) -> rules.check(name, file.getBytes(), problems));
            problems.throwIfAny();
        }
    }
}
