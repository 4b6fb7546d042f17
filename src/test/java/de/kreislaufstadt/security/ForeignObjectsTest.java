package de.kreislaufstadt.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing that comes in is more than data: no Java object, no entity of an XML file, no path to a file of the machine. */
@ApplicationTest
class ForeignObjectsTest {

    private static final String SERIALIZED = "application/x-java-serialized-object";

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void noJavaObjectIsReadFromAVariable() throws IOException {
        String number = office.as("wfm-sachbearbeitung").proposes();
        String task = office.open(number, "review-proposal").get(0).getId();
        String instance = office.open(number, "review-proposal").get(0).getProcessInstanceId();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HashSet<>(Set.of("x")));
        }
        String object = Base64.getEncoder().encodeToString(bytes.toByteArray());
        Http browser = new Http(port);
        browser.signIn("klima-sachbearbeitung", "tasklist");
        for (String variable : List.of(
                variable("form", "java.util.HashSet", SERIALIZED, object),
                variable("probe", "java.util.HashSet", SERIALIZED, object),
                variable("form", "javax.swing.JEditorPane", "application/json", "{\\\"page\\\": \\\"file:///\\\"}"))) {
            for (String user : List.of("klima-sachbearbeitung", "admin")) {
                assertThat(new Http(port)
                                .as(user)
                                .post("/engine-rest/task/" + task + "/complete", "{\"variables\": {" + variable + "}}")
                                .status())
                        .isBetween(400, 499);
            }
            assertThat(new Http(port)
                            .as("klima-sachbearbeitung")
                            .post(
                                    "/engine-rest/process-instance/" + instance + "/variables",
                                    "{\"modifications\": {" + variable + "}}")
                            .status())
                    .isEqualTo(403);
            assertThat(browser.post(
                                    "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                                    "{\"variables\": {" + variable + "}}")
                            .status())
                    .isBetween(400, 499);
        }
        assertThat(new Http(port)
                        .as("admin")
                        .post(
                                "/engine-rest/process-instance/" + instance + "/variables",
                                "{\"modifications\": {" + variable("probe", "java.util.HashSet", SERIALIZED, object)
                                        + "}}")
                        .status())
                .isBetween(400, 499);
        assertThat(office.runtime().getVariables(instance)).doesNotContainKeys("form", "probe");
        assertThat(office.openTasks(number)).containsExactly("review-proposal");
    }

    /** Whoever may write variables still makes nobody build an object of a foreign class. */
    @Test
    void anObjectOfAForeignClassIsNotBuilt() {
        String number = office.as("wfm-sachbearbeitung").proposes();
        String instance = office.open(number, "review-proposal").get(0).getProcessInstanceId();
        office.runtime()
                .setVariable(
                        instance,
                        "probe",
                        Variables.serializedObjectValue("{\"x\": 1, \"y\": 2, \"bytes\": \"0123456789\"}")
                                .serializationDataFormat("application/json")
                                .objectTypeName("java.awt.Point")
                                .create());

        assertThatThrownBy(() -> office.runtime().getVariable(instance, "probe"))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("java.awt.Point");
    }

    @Test
    void whichTypesMayBeReadIsChecked() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(configuration.isEnableXxeProcessing()).isFalse();
    }

    /** The file is there, and can be read; its content must not get into a model. */
    @ParameterizedTest
    @ValueSource(strings = {"probe.bpmn", "probe.dmn"})
    void noEntityOfAModelReadsAFile(String name) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "GEHEIM-4711", StandardCharsets.UTF_8);
        String bpmn = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\">"
                + "<process id=\"probe\" name=\"&e;\" isExecutable=\"true\"/></definitions>";
        String dmn = "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"probe\" name=\"&e;\""
                + " namespace=\"x\"/>";
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE definitions [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + (name.endsWith("bpmn") ? bpmn : dmn);

        assertThatThrownBy(
                        () -> repository.createDeployment().addString(name, xml).deploy())
                .hasMessageNotContaining("GEHEIM-4711");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/../../application.yaml",
                "/camunda/app/%2e%2e/%2e%2e/application.yaml",
                "/camunda/lib/..%2f..%2fapplication.yaml",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/../../../application.yaml",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/%2e%2e/application.yaml",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/..%5c..%5capplication.yaml",
                "/camunda/app/tasklist/default/..;/..;/application.yaml",
                "/kreislaufstadt/..%2f..%2f..%2f..%2fapplication.yaml",
                "/start/..%252f..%252fapplication.yaml",
                "/start/%c0%ae%c0%ae/application.yaml",
                "/camunda/api/kreislaufstadt/handbuch/bilder/..%2f..%2fapplication.yaml",
                "/application.yaml",
                "/META-INF/spring.factories",
                "/webjars/camunda/app/tasklist/index.html"
            })
    void noPathLeadsOutOfThePages(String path) {
        Http browser = new Http(port);
        browser.signIn("wfm-sachbearbeitung", "tasklist");
        for (Http somebody : List.of(new Http(port), browser)) {
            Http.Answer answer = somebody.get(path);

            assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("spring:", "datasource", "OneLineReporter");
        }
    }

    private static String variable(String name, String type, String format, String value) {
        return ("\"%s\": {\"type\": \"Object\", \"value\": \"%s\","
                        + " \"valueInfo\": {\"objectTypeName\": \"%s\", \"serializationDataFormat\": \"%s\", \"transient\": true}}")
                .formatted(name, value, type, format);
    }
}
