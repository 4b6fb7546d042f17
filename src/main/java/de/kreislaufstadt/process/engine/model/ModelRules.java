package de.kreislaufstadt.process.engine.model;

import de.kreislaufstadt.form.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a model may consist of: steps, routes and the words of {@link ModelWords}. Whatever would run code that somebody
 * brings along is refused, wherever it stands.
 */
final class ModelRules {

    private static final List<String> PROCESSES = List.of(".bpmn", ".bpmn20.xml");
    private static final List<String> DECISIONS = List.of(".dmn", ".dmn11.xml");

    /** Our largest model has 65 kB. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static final int BYTES_PER_MEGABYTE = 1024 * 1024;

    /** Elements within elements; ours have ten. */
    private static final int DEEPEST = 100;

    private static final String DEPTH_LIMIT = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final String FORM = "embedded:/kreislaufstadt/form/shell.html";

    private static final Set<String> SCRIPTS = Set.of("script", "scriptTask");
    private static final Set<String> CONNECTORS = Set.of("connector", "connectorId", "formData", "formProperty");

    /** The decision language lets functions of Java be named where that is switched on; nobody needs to try. */
    private static final Pattern JAVA = Pattern.compile("\\)\\s*external\\b|\\bjava\\s*:", Pattern.CASE_INSENSITIVE);

    /** Name of the property that lets a step be skipped. */
    static final String SKIP = "skip";

    private static final String TEXT = "'[^'\\\\${}#]*'";
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    private final Pattern permitted;

    /** @param words the beans models see, by name */
    ModelRules(Map<Object, Object> words) {
        String argument = "(?:" + TEXT + "|" + NAME + ")";
        String call = "(?:" + String.join("|", calls(words)) + ")\\(\\s*" + argument + "(?:\\s*,\\s*" + argument
                + ")*\\s*\\)";
        String operand = "!?\\s*(?:" + call + "|execution\\.processBusinessKey|" + TEXT + "|" + NAME + "|\\d+)";
        String comparison = operand + "(?:\\s*(?:==|!=|<=|>=|<|>|&&|\\|\\|)\\s*" + operand + ")*";
        this.permitted = Pattern.compile("[$#]\\{\\s*" + comparison + "\\s*}");
    }

    private static Set<String> calls(Map<Object, Object> words) {
        Set<String> calls = new TreeSet<>();
        words.forEach((name, word) -> Stream.of(word.getClass().getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .forEach(method -> calls.add(name + "\\." + method.getName())));
        return calls;
    }

    /** Notes what is wrong with a file of a deployment; the field is the file's name and the id of the element. */
    void check(String file, byte[] content, Problems problems) {
        boolean process = PROCESSES.stream().anyMatch(file::endsWith);
        if (!process && !isDecision(file)) {
            problems.check(false, file, "model.kind");
            return;
        }
        if (content.length > MOST_BYTES) {
            problems.check(false, file, "model.tooLarge", MOST_BYTES / BYTES_PER_MEGABYTE);
            return;
        }
        try {
            visit(file, root(content), process, problems);
        } catch (SAXException | IOException e) {
            // An IOException is about letters that the file's encoding does not have.
            problems.check(false, file, "model.unreadable");
        }
    }

    static boolean isDecision(String file) {
        return DECISIONS.stream().anyMatch(file::endsWith);
    }

    /** A model has no document type, so none is read: no entity of it can fetch a file or grow without end. */
    private static Element root(byte[] content) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(DEPTH_LIMIT, DEEPEST);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void visit(String file, Element element, boolean process, Problems problems) {
        String field = file + "#" + id(element);
        if (process) {
            checkStep(field, element, problems);
        } else {
            checkDecision(field, element, problems);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                visit(file, inner, process, problems);
            }
        }
    }

    private void checkStep(String field, Element element, Problems problems) {
        String name = element.getLocalName();
        problems.check(!SCRIPTS.contains(name) && !element.hasAttribute("language"), field, "model.script");
        problems.check(!CONNECTORS.contains(name), field, "model.foreignElement", name);
        problems.check(!letsSkipAGate(element), field, "model.gateSkipped", id(element));
        attributes(element).forEach(attribute -> {
            String key = attribute.getLocalName();
            problems.check(!runsCode(key, attribute.getNamespaceURI()), field, "model.foreignCode", key);
            problems.check(
                    !key.equals("formKey") || FORM.equals(attribute.getNodeValue()), field, "model.foreignForm", FORM);
            checkExpressions(field, attribute.getNodeValue(), problems);
        });
        checkExpressions(field, ownText(element), problems);
    }

    /** The property that lets a step be skipped has no place at a step that decides, releases, checks or signs. */
    private static boolean letsSkipAGate(Element element) {
        return element.getLocalName().equals("property")
                && element.getAttribute("name").equals(SKIP)
                && Gates.isGate(id(element));
    }

    private static boolean runsCode(String attribute, String namespace) {
        String key = attribute.toLowerCase(Locale.ROOT);
        return key.endsWith("class")
                || key.endsWith("delegateexpression")
                || isExtension(namespace) && (key.equals("type") || key.equals("resource") || key.equals("topic"));
    }

    /** The engine reads its attributes under more than one namespace, the one of its ancestor among them. */
    private static boolean isExtension(String namespace) {
        return namespace != null && !namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
    }

    private void checkExpressions(String field, String text, Problems problems) {
        String rest = permitted.matcher(text).replaceAll("");
        problems.check(!rest.contains("${") && !rest.contains("#{"), field, "model.foreignExpression", text.strip());
    }

    private static void checkDecision(String field, Element element, Problems problems) {
        attributes(element)
                .filter(attribute -> attribute.getLocalName().equals("expressionLanguage"))
                .forEach(attribute -> problems.check(
                        attribute.getNodeValue().toLowerCase(Locale.ROOT).contains("feel"),
                        field,
                        "model.foreignLanguage",
                        attribute.getNodeValue()));
        problems.check(
                !element.getLocalName().equals("text")
                        || !JAVA.matcher(ownText(element)).find(),
                field,
                "model.java");
    }

    private static Stream<Node> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(element.getAttributes()::item)
                .filter(attribute -> attribute.getLocalName() != null);
    }

    private static String ownText(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .filter(child ->
                        child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE)
                .map(Node::getNodeValue)
                .collect(Collectors.joining());
    }

    /** @return id of the element or of the next one round it that has one */
    private static String id(Element element) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            if (around.hasAttribute("id")) {
                return around.getAttribute("id");
            }
        }
        return "";
    }

    /** The parser would print what it finds. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {
            // What matters is thrown.
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
