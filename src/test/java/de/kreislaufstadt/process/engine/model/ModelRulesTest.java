package de.kreislaufstadt.process.engine.model;

import static de.kreislaufstadt.support.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.kreislaufstadt.form.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place of a model where the engine would run what somebody brings along, and every way to write it. */
class ModelRulesTest {

    private static final String FOREIGN = "${''.getClass().forName('java.lang.Runtime')}";

    private final ModelRules rules = new ModelRules(Map.of());

    /** Attributes that the engine evaluates, with FOREIGN for the value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "userTask camunda:assignee",
                "userTask camunda:candidateUsers",
                "userTask camunda:candidateGroups",
                "userTask camunda:dueDate",
                "userTask camunda:followUpDate",
                "userTask camunda:priority",
                "userTask camunda:formRef",
                "userTask camunda:formHandlerClass",
                "userTask name",
                "serviceTask camunda:expression",
                "serviceTask camunda:delegateExpression",
                "serviceTask camunda:resultVariable",
                "serviceTask camunda:class",
                "serviceTask camunda:type",
                "serviceTask camunda:topic",
                "serviceTask camunda:jobPriority",
                "serviceTask camunda:taskPriority",
                "sendTask camunda:expression",
                "businessRuleTask camunda:decisionRef",
                "businessRuleTask camunda:decisionRefTenantId",
                "businessRuleTask camunda:decisionRefVersion",
                "businessRuleTask camunda:expression",
                "callActivity calledElement",
                "callActivity camunda:calledElementTenantId",
                "callActivity camunda:calledElementVersion",
                "callActivity camunda:caseRef",
                "callActivity camunda:variableMappingDelegateExpression",
                "callActivity camunda:variableMappingClass",
                "multiInstanceLoopCharacteristics camunda:collection",
                "signalEventDefinition camunda:expression",
                "startEvent camunda:initiator",
                "participant camunda:versionTag",
                "process camunda:candidateStarterGroups",
                "message name",
                "signal name",
                "error camunda:errorMessage"
            })
    void noAttributeRunsIt(String place) {
        String[] parts = place.split(" ");
        for (String namespace : List.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn")) {
            assertRefused("<%1$s id=\"x\" %2$s=\"%3$s\"/>".formatted(parts[0], parts[1], FOREIGN), namespace);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "documentation",
                "timeDate",
                "timeDuration",
                "timeCycle",
                "conditionExpression",
                "condition",
                "loopCardinality",
                "completionCondition",
                "camunda:inputParameter",
                "camunda:outputParameter",
                "camunda:value",
                "camunda:entry",
                "camunda:expression",
                "camunda:string",
                "camunda:failedJobRetryTimeCycle"
            })
    void noTextRunsIt(String element) {
        for (String text : List.of(
                FOREIGN,
                FOREIGN.replace("$", "#"),
                FOREIGN.replace("$", "&#36;"),
                "<![CDATA[" + FOREIGN + "]]>",
                FOREIGN.replace("${", "$<!-- -->{"),
                FOREIGN.replace("${", "<![CDATA[$]]>{"),
                "harmless " + FOREIGN)) {
            assertRefused("<%1$s id=\"x\">%2$s</%1$s>".formatted(element, text), "http://activiti.org/bpmn");
        }
    }

    /** The engine takes what stands under the namespace of its ancestor for its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id=\"x\" camunda:type=\"shell\"/>",
                "<serviceTask id=\"x\" camunda:type=\"mail\"/>",
                "<serviceTask id=\"x\" camunda:type=\"external\" camunda:topic=\"t\"/>",
                "<serviceTask id=\"x\" camunda:class=\"java.lang.Object\"/>",
                "<scriptTask id=\"x\" scriptFormat=\"juel\"/>",
                "<scriptTask id=\"x\" scriptFormat=\"feel\" camunda:resource=\"classpath://x.feel\"/>",
                "<conditionExpression id=\"x\" language=\"juel\">1</conditionExpression>",
                "<condition id=\"x\" language=\"juel\">1</condition>",
                "<conditionExpression id=\"x\" camunda:resource=\"deployment://x.groovy\"/>",
                "<camunda:taskListener id=\"x\" class=\"java.lang.Object\"/>",
                "<camunda:executionListener id=\"x\" delegateExpression=\"${step}\"/>",
                "<camunda:executionListener id=\"x\"><camunda:script scriptFormat=\"juel\">1</camunda:script>"
                        + "</camunda:executionListener>",
                "<camunda:script id=\"x\" scriptFormat=\"juel\" resource=\"x.juel\"/>",
                "<camunda:connector id=\"x\"><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
                "<camunda:formData id=\"x\"/>",
                "<userTask id=\"x\" camunda:formKey=\"deployment:form.html\"/>"
            })
    void foreignCodeIsRefusedUnderBothNamespaces(String element) {
        assertRefused(element, "http://camunda.org/schema/1.0/bpmn");
        assertRefused(element, "http://activiti.org/bpmn");
    }

    @Test
    void onlyModelsAreTakenWhateverIsInOtherFiles() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("probe.bpmn"));
            zip.write(process("").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        for (String name : List.of(
                "probe.bar",
                "probe.zip",
                "probe.jar",
                "probe.cmmn",
                "probe.cmmn10.xml",
                "probe.form",
                "probe.html",
                "probe.js",
                "probe.groovy",
                "probe.juel",
                "probe.class",
                "probe.xml",
                "probe.png",
                "probe.BPMN",
                "probe.bpmn.zip",
                "probe",
                "")) {
            assertThat(refused(name, process("").getBytes(StandardCharsets.UTF_8)))
                    .containsExactly(name + " model.kind");
            assertThat(refused(name, archive.toByteArray())).containsExactly(name + " model.kind");
        }
        assertThat(refused("probe.bpmn", archive.toByteArray())).containsExactly("probe.bpmn model.unreadable");
    }

    @Test
    void noEntityAndNoDocumentTypeIsReadInAnyEncoding() {
        StringBuilder laughs = new StringBuilder("<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY e%1$d \"&e%2$d;&e%2$d;&e%2$d;\">".formatted(i, i - 1));
        }
        for (String declared : List.of(
                "<!ENTITY e SYSTEM \"file:///etc/passwd\">",
                "<!ENTITY e PUBLIC \"x\" \"http://127.0.0.1:1/\">",
                "<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x.dtd\"> %p;",
                laughs + "<!ENTITY e \"&e29;\">",
                "")) {
            String model = "<!DOCTYPE definitions [" + declared + "]>"
                    + process("<task id=\"x\" name=\"" + (declared.isEmpty() ? "" : "&e;") + "\"/>");
            for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
                String prolog = "<?xml version=\"1.0\" encoding=\"" + encoding.name() + "\"?>";
                for (String name : List.of("probe.bpmn", "probe.bpmn20.xml", "probe.dmn", "probe.dmn11.xml")) {
                    assertThat(refused(name, (prolog + model).getBytes(encoding)))
                            .containsExactly(name + " model.unreadable");
                }
            }
        }
    }

    @Test
    void neitherLargeNorDeepNorBrokenFilesAreRead() {
        String deep = "<task>".repeat(5000) + "</task>".repeat(5000);
        String wide = "<task/>".repeat(200_000);
        byte[] broken = process("<task name=\"X\"/>").getBytes(StandardCharsets.UTF_8);
        broken[new String(broken, StandardCharsets.UTF_8).indexOf("\"X\"") + 1] = (byte) 0xFF;

        assertThat(refused("probe.bpmn", process(deep).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("probe.bpmn model.unreadable");
        assertThat(refused("probe.bpmn", process(wide).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("probe.bpmn model.tooLarge");
        assertThat(refused("probe.bpmn", broken)).containsExactly("probe.bpmn model.unreadable");
        assertThat(refused("probe.bpmn", new byte[0])).containsExactly("probe.bpmn model.unreadable");
    }

    @Test
    void whatIsHarmlessStays() {
        byte[] model = process("<conditionExpression xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:type=\"tFormalExpression\">${result == 'OK'}</conditionExpression>")
                .getBytes(StandardCharsets.UTF_8);
        Problems problems = new Problems();

        rules.check("probe.bpmn", model, problems);

        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    }

    private void assertRefused(String element, String namespace) {
        String model = process(element).replace("http://camunda.org/schema/1.0/bpmn", namespace);

        assertThat(refused("probe.bpmn", model.getBytes(StandardCharsets.UTF_8)))
                .as(element + " in " + namespace)
                .anyMatch(problem -> problem.startsWith("probe.bpmn#x model."));
    }

    private List<String> refused(String name, byte[] content) {
        Problems problems = new Problems();
        rules.check(name, content, problems);
        return refusal(problems::throwIfAny);
    }

    private static String process(String elements) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="probe">
                  <process id="probe" isExecutable="true">%s</process>
                </definitions>""".formatted(elements);
    }
}
