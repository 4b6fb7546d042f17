package de.kreislaufstadt.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The part of BPMN and of the engine's extensions that models may use. It is a list of what is allowed: whatever could run
 * code that is not in this repository (scripts, connectors, delegates by name, free expressions) is absent from it.
 */
final class ModelLanguage {

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "collaboration",
            "participant",
            "process",
            "documentation",
            "extensionElements",
            "laneSet",
            "lane",
            "flowNodeRef",
            "incoming",
            "outgoing",
            "sequenceFlow",
            "conditionExpression",
            "completionCondition",
            "exclusiveGateway",
            "parallelGateway",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "multiInstanceLoopCharacteristics",
            "startEvent",
            "endEvent",
            "eventBasedGateway",
            "intermediateCatchEvent",
            "boundaryEvent",
            "timerEventDefinition",
            "timeDate",
            "timeCycle",
            "terminateEventDefinition",
            "message",
            "messageEventDefinition",
            "escalation",
            "escalationEventDefinition",
            "textAnnotation",
            "text",
            "association");

    /** Attributes of the engine by element; an attribute that stands for code is listed with its form below. */
    private static final Map<String, Set<String>> EXTENSIONS = Map.ofEntries(
            Map.entry("process", Set.of("versionTag", "historyTimeToLive", "isStartableInTasklist")),
            Map.entry("startEvent", Set.of("formKey")),
            Map.entry("userTask", Set.of("formKey", "candidateGroups", "dueDate")),
            Map.entry("serviceTask", Set.of("expression", "asyncBefore")),
            Map.entry("businessRuleTask", Set.of("decisionRef", "mapDecisionResult", "resultVariable")),
            Map.entry("callActivity", Set.of("calledElementBinding")),
            Map.entry("multiInstanceLoopCharacteristics", Set.of("collection", "elementVariable")));

    /** Elements of the engine with their attributes. */
    private static final Map<String, Set<String>> EXTENSION_ELEMENTS = Map.of(
            "in", Set.of("businessKey", "source", "sourceExpression", "target"),
            "out", Set.of("source", "target"),
            "executionListener", Set.of("event", "expression"),
            "properties", Set.of(),
            "property", Set.of("name", "value"),
            "inputOutput", Set.of(),
            "inputParameter", Set.of("name"));

    private static final String NAME = "'[A-Za-z][A-Za-z-]*'";
    private static final String FLAG = "\\$\\{ids\\.flag\\(execution, " + NAME + "\\)}";
    private static final String TEXT = "ids\\.text\\(execution, " + NAME + "\\)";

    /** Where an expression may stand and what it may say. */
    private static final Map<String, Pattern> EXPRESSIONS = Map.ofEntries(
            place("userTask", "candidateGroups", "\\$\\{routing\\.group\\(execution\\)}"),
            place("userTask", "dueDate", "\\$\\{deadline\\.due\\(execution\\)}"),
            place("serviceTask", "expression", "\\$\\{step\\.run\\(execution\\)}"),
            place("executionListener", "event", "start"),
            place("executionListener", "expression", "\\$\\{phase\\.enter\\(execution, '[A-Z_]+'\\)}"),
            place("multiInstanceLoopCharacteristics", "collection", "\\$\\{ids\\.in\\([a-z][A-Za-z]*\\)}"),
            place("property", "name", "skip|repeat-from"),
            place("property", "value", "yes|[a-z-]+(, [a-z-]+)*"),
            place("in", "businessKey", "#\\{execution\\.processBusinessKey}"),
            place("in", "sourceExpression", FLAG + "|\\$\\{" + TEXT + "}"),
            place("conditionExpression", "", FLAG + "|\\$\\{([a-z][A-Za-z]*|" + TEXT + ") == '[A-Z_]+'}"),
            place("completionCondition", "", FLAG),
            place("timeDate", "", "\\$\\{timer\\.(at|afterWorkingDays|morningOf)\\(execution, " + NAME + "\\)}"),
            place("timeCycle", "", "\\$\\{timer\\.cycle\\(execution, " + NAME + "\\)}"));

    private final ModelFile model;
    private final List<String> faults = new ArrayList<>();

    ModelLanguage(ModelFile model) {
        this.model = model;
    }

    /** @return what the model contains beyond the list, each with its place */
    List<String> faults() {
        model.elements().forEach(this::check);
        return faults;
    }

    private void check(Element element) {
        String type = element.getLocalName();
        boolean extension = ModelFile.CAMUNDA.equals(element.getNamespaceURI());
        boolean known = extension ? EXTENSION_ELEMENTS.containsKey(type) : ELEMENTS.contains(type);
        if (!known) {
            faults.add(place(element) + " is not used in models of this product");
            return;
        }
        attributes(element).forEach(attribute -> {
            String name = attribute.getLocalName();
            boolean allowed = extension
                    ? EXTENSION_ELEMENTS.get(type).contains(name)
                    : !ModelFile.CAMUNDA.equals(attribute.getNamespaceURI())
                            || EXTENSIONS.getOrDefault(type, Set.of()).contains(name);
            if (!allowed) {
                faults.add(place(element) + " has " + name);
            }
            expression(element, name, attribute.getValue());
        });
        expression(element, "", ownText(element));
    }

    private void expression(Element element, String attribute, String value) {
        Pattern pattern = EXPRESSIONS.get(element.getLocalName() + "/" + attribute);
        boolean allowed = pattern == null
                ? !value.contains("${") && !value.contains("#{")
                : pattern.matcher(value).matches();
        if (!allowed) {
            faults.add(place(element) + " says " + attribute + " " + value);
        }
    }

    private static Stream<Attr> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return Stream.iterate(0, i -> i < attributes.getLength(), i -> i + 1)
                .map(i -> (Attr) attributes.item(i))
                .filter(attribute -> !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI()));
    }

    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    private static String place(Element element) {
        Element owner = element;
        while (owner.getAttribute("id").isEmpty() && owner.getParentNode() instanceof Element parent) {
            owner = parent;
        }
        return element.getLocalName() + " at " + owner.getAttribute("id");
    }

    private static Map.Entry<String, Pattern> place(String element, String attribute, String pattern) {
        return Map.entry(element + "/" + attribute, Pattern.compile(pattern));
    }
}
