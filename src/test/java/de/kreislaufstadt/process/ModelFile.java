package de.kreislaufstadt.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A process model as it lies in {@code bpmn/}: read as BPMN, and as XML for rules about everything it contains.
 *
 * @param key name of the file without its ending
 */
public record ModelFile(String key, BpmnModelInstance bpmn, Element xml) {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final String ENDING = ".bpmn";

    /** @return the models of the product, by key */
    public static List<ModelFile> all() {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(ModelFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Process process() {
        return all(Process.class).iterator().next();
    }

    public <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    /** @return every element of the model itself, without those of its drawing */
    List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        collect(xml, elements::add);
        return elements;
    }

    /** Names the model in the reports of parameterized tests. */
    @Override
    public String toString() {
        return key;
    }

    private static void collect(Element element, Consumer<Element> found) {
        found.accept(element);
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            boolean drawing = node.getNamespaceURI() != null
                    && !List.of(BPMN, CAMUNDA).contains(node.getNamespaceURI())
                    && "BPMNDiagram".equals(node.getLocalName());
            if (node instanceof Element child && !drawing) {
                collect(child, found);
            }
        }
    }

    private static ModelFile read(Path file) {
        String name = file.getFileName().toString();
        DocumentBuilderFactory parser = DocumentBuilderFactory.newInstance();
        parser.setNamespaceAware(true);
        try (InputStream content = Files.newInputStream(file)) {
            return new ModelFile(
                    name.substring(0, name.length() - ENDING.length()),
                    Bpmn.readModelFromFile(file.toFile()),
                    parser.newDocumentBuilder().parse(content).getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(name + " is not readable", e);
        }
    }
}
