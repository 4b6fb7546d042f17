package de.kreislaufstadt.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.Office;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.core.io.ClassPathResource;

/** Copies of the real models, changed as a new version would be. They come for a test and go with it and all that runs on them. */
public final class ChangedModels implements AutoCloseable {

    private final RepositoryService repository;
    private final Deque<String> deployments = new ArrayDeque<>();

    public ChangedModels(RepositoryService repository) {
        this.repository = repository;
    }

    /** Deploys a version that holds for the municipality of the tests only. @return engine's id of it */
    public String ofCity(String process, UnaryOperator<String> change) {
        return deploy(process, Office.MUNICIPALITY, change);
    }

    /** Deploys a version for everybody. @return engine's id of it */
    public String shared(String process, UnaryOperator<String> change) {
        return deploy(process, null, change);
    }

    private String deploy(String process, String municipality, UnaryOperator<String> change) {
        try {
            String model = new ClassPathResource("bpmn/" + process + ".bpmn")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
            var deployment = repository.createDeployment().addString(process + ".bpmn", change.apply(model));
            DeploymentWithDefinitions done =
                    (municipality == null ? deployment : deployment.tenantId(municipality)).deployWithResult();
            deployments.push(done.getId());
            return done.getDeployedProcessDefinitions().get(0).getId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    public static UnaryOperator<String> asItIs() {
        return model -> model;
    }

    /** The next version, in which nothing is different. */
    public static UnaryOperator<String> tagged(String version) {
        return model -> changed(
                model, model.replaceFirst("camunda:versionTag=\"[^\"]*\"", "camunda:versionTag=\"" + version + "\""));
    }

    /** The element has another id and another name. */
    static UnaryOperator<String> renamed(String id, String to, String name) {
        return model -> changed(
                model,
                model.replaceAll("(<bpmn:userTask id=\"" + id + "\" name=)\"[^\"]*\"", "$1\"" + name + "\"")
                        .replace("\"" + id + "\"", "\"" + to + "\"")
                        .replace(">" + id + "<", ">" + to + "<"));
    }

    /** The review of knowledge is gone. */
    public static UnaryOperator<String> withoutReview() {
        return model -> changed(
                model,
                model.replaceAll("(?s)<bpmn:userTask id=\"review-knowledge\".*?</bpmn:userTask>", "")
                        .replace("<bpmn:flowNodeRef>review-knowledge</bpmn:flowNodeRef>", "")
                        .replaceAll("<bpmn:sequenceFlow [^>]*sourceRef=\"review-knowledge\"[^>]*/>", "")
                        .replace("targetRef=\"review-knowledge\"", "targetRef=\"knowledge-built\""));
    }

    /** Somebody looks at what was collected before it is reviewed. */
    static UnaryOperator<String> withOneMore(String id) {
        return model -> changed(
                model,
                model.replace("targetRef=\"review-knowledge\"", "targetRef=\"" + id + "\"")
                        .replace(
                                "</bpmn:process>",
                                "<bpmn:userTask id=\"" + id + "\" name=\"Sichten\" />"
                                        + "<bpmn:sequenceFlow id=\"" + id + "-on\" sourceRef=\"" + id
                                        + "\" targetRef=\"review-knowledge\" /></bpmn:process>"));
    }

    /** A name that nobody depends on. */
    static UnaryOperator<String> called(String id, String name) {
        return model -> changed(model, model.replaceAll("( id=\"" + id + "\" name=)\"[^\"]*\"", "$1\"" + name + "\""));
    }

    private static String changed(String before, String after) {
        assertThat(after).isNotEqualTo(before);
        return after;
    }
}
