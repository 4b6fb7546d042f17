package de.kreislaufstadt.rights;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Only operators deploy, and nothing that would run code somebody brings along. */
@ApplicationTest
class DeploymentTest {

    private static final String CREATE = "/engine-rest/deployment/create";
    private static final String BOUNDARY = "part-of-a-deployment";

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Accounts accounts;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    private Cast cast;
    private long deployments;

    @BeforeEach
    void people() {
        cast = new Cast(identity, authorizations, accounts);
        cast.enter();
        deployments = repository.createDeploymentQuery().count();
    }

    @AfterEach
    void everybodyGoes() {
        cast.leave();
        repository.createDeploymentQuery().deploymentName("Probe").list().stream()
                .map(Deployment::getId)
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void anOperatorDeploysAModelOfTheWordsTheApplicationHas() {
        Http.Answer answer = deploys(Role.OPERATOR, "probe.bpmn", process("""
                <bpmn:userTask id="check" camunda:candidateGroups="${routing.group(execution)}"
                    camunda:formKey="embedded:/kreislaufstadt/form/shell.html"/>
                <bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="check">
                  <bpmn:conditionExpression>${reviewResult == 'OK' &amp;&amp; !done}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>"""));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments + 1);
    }

    @Test
    void nobodyElseDeploys() {
        Stream.of(Role.values())
                .filter(role -> role != Role.OPERATOR)
                .forEach(role -> assertThat(
                                deploys(role, "probe.bpmn", process("")).status())
                        .as(role.name())
                        .isEqualTo(403));
        assertThat(deploys(null, "probe.bpmn", process("")).status()).isEqualTo(401);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <bpmn:scriptTask id="x" scriptFormat="juel"><bpmn:script>1</bpmn:script></bpmn:scriptTask>|Skripte
            <bpmn:task id="x"><bpmn:extensionElements><camunda:executionListener event="start"><camunda:script scriptFormat="feel">1</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:task>|Skripte
            <bpmn:userTask id="x"><bpmn:extensionElements><camunda:taskListener event="create" class="java.lang.Object"/></bpmn:extensionElements></bpmn:userTask>|„class“
            <bpmn:sequenceFlow id="x" sourceRef="start" targetRef="end"><bpmn:conditionExpression language="groovy">true</bpmn:conditionExpression></bpmn:sequenceFlow>|Skripte
            <bpmn:task id="x"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="juel">1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>|Skripte
            <bpmn:task id="x"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="a">${''.getClass()}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>|getClass
            <bpmn:sequenceFlow id="x" sourceRef="start" targetRef="end"><bpmn:conditionExpression camunda:resource="x.groovy"/></bpmn:sequenceFlow>|„resource“
            <bpmn:serviceTask id="x" camunda:class="java.lang.Object"/>|„class“
            <bpmn:serviceTask id="x" camunda:delegateExpression="${step}"/>|„delegateExpression“
            <bpmn:serviceTask id="x" camunda:type="shell"/>|„type“
            <bpmn:serviceTask id="x" camunda:type="external" camunda:topic="t"/>|„topic“
            <bpmn:serviceTask id="x" camunda:expression="${execution.getProcessEngineServices()}"/>|getProcessEngineServices
            <bpmn:serviceTask id="x" camunda:expression="${step.run(execution).toString()}"/>|toString
            <bpmn:serviceTask id="x" camunda:expression="${step.getClass()}"/>|getClass
            <bpmn:serviceTask id="x" camunda:expression="#{routing['class']}"/>|class
            <bpmn:serviceTask id="x" camunda:expression="${T(java.lang.Runtime)}"/>|Runtime
            <bpmn:callActivity id="x" calledElement="${a}" camunda:variableMappingClass="a.B"/>|„variableMappingClass“
            <bpmn:userTask id="x" camunda:formKey="embedded:deployment:form.html"/>|Formular
            <bpmn:serviceTask id="x"><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>|„connector“
            """)
    void foreignCodeIsRefusedAtItsElement(String element, String reason) {
        refused(deploys(Role.OPERATOR, "probe.bpmn", process(element)), "probe.bpmn#x", reason);
    }

    @Test
    void aTableThatNamesJavaOrAnotherLanguageIsRefused() {
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="x" name="x"><literalExpression id="l" expressionLanguage="%s"><text>%s</text>
                  </literalExpression></decision></definitions>""";

        refused(deploys(Role.OPERATOR, "probe.dmn", table.formatted("groovy", "1")), "probe.dmn#l", "groovy");
        refused(
                deploys(
                        Role.OPERATOR,
                        "probe.dmn",
                        table.formatted("feel", "function(a) external {java: {class: \"X\"}}")),
                "probe.dmn#l",
                "Java");
    }

    /** Refused by the engine itself, which is nobody's fault but the table's. */
    @Test
    void aTableWhosePartsDoNotFitIsNoFaultOfOurs() {
        Http.Answer answer = deploys(Role.OPERATOR, "probe.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="x" name="x"><literalExpression id="l"><text>1</text></literalExpression></decision>
                </definitions>""");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void nothingButModelsIsTaken() {
        refused(deploys(Role.OPERATOR, "probe.groovy", "1"), "probe.groovy", ".bpmn");
        refused(deploys(Role.OPERATOR, "probe.bpmn", "no model"), "probe.bpmn", "XML");
    }

    @Test
    void entitiesAreNotRead(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "something-secret");
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY e%d \"&e%d;&e%d;&e%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        String many = laughs.append("<!ENTITY e \"&e29;\">]>").toString();

        for (String prolog : new String[] {external, many}) {
            for (String name : new String[] {"probe.bpmn", "probe.dmn"}) {
                Http.Answer answer =
                        deploys(Role.OPERATOR, name, prolog + process("<bpmn:task id=\"x\" name=\"&e;\"/>"));
                refused(answer, name, "DOCTYPE");
                assertThat(answer.body()).doesNotContain("something-secret");
            }
        }
    }

    private void refused(Http.Answer answer, String field, String reason) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("errors"))
                .as(answer.body())
                .anyMatch(error -> error.get("field").asText().equals(field)
                        && error.get("message").asText().contains(reason));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    private Http.Answer deploys(Role role, String file, String content) {
        String body = """
                --%1$s\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                Probe\r
                --%1$s\r
                Content-Disposition: form-data; name="data"; filename="%2$s"\r
                Content-Type: application/octet-stream\r
                \r
                %3$s\r
                --%1$s--\r
                """.formatted(BOUNDARY, file, content);
        return cast.program(role, port)
                .with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .post(CREATE, body);
    }

    private static String process(String elements) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="probe">
                  <bpmn:process id="probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    %s
                    <bpmn:endEvent id="end"/>
                  </bpmn:process>
                </bpmn:definitions>""".formatted(elements);
    }
}
