package de.kreislaufstadt.website;

import de.kreislaufstadt.website.LifeCycle.Place;
import de.kreislaufstadt.website.LifeCycle.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Where a measure stands, in the diagram of its process. The diagram was drawn by bpmn-js from the model that runs; here its phases
 * are coloured, and the present one is marked with a word.
 */
final class LifeCyclePicture {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Document DRAWN = read();

    /** Elements of the model by the phase they stand for. */
    private static final Map<String, List<String>> ELEMENTS = Map.of(
            "PROPOSAL", List.of("review-proposal"),
            "DECISION", List.of("decide-measure"),
            "KNOWLEDGE", List.of("phase-knowledge"),
            "STATUS_QUO", List.of("phase-survey"),
            "WORKSHOPS", List.of("phase-workshops"),
            "STARTER_PROJECTS", List.of("phase-starter-projects"),
            "IMPLEMENTATION", List.of("phase-implementation"),
            "EVALUATION", List.of("evaluate-measure", "release-evaluation"),
            "COMPLETED", List.of("offer-to-archive"));

    private static final Map<Standing, String> COLOURS = Map.of(
            Standing.DONE,
            "#cfe3da",
            Standing.NOW,
            "#ffe39a",
            Standing.PLANNED,
            "#ffffff",
            Standing.SKIPPED,
            "#eeeeee",
            Standing.UNKNOWN,
            "#eeeeee");

    private static final Pattern PLACE =
            Pattern.compile("matrix\\(1[ ,]+0[ ,]+0[ ,]+1[ ,]+(-?[\\d.]+)[ ,]+(-?[\\d.]+)\\)");
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    private LifeCyclePicture() {}

    /**
     * @param title what the picture shows, in words
     * @param here word beside the present phase
     * @param cutOut only the surroundings of the present phase, large enough for a phone
     */
    static String svg(List<Place> places, String title, String here, boolean cutOut) {
        Document picture = (Document) DRAWN.cloneNode(true);
        Element root = picture.getDocumentElement();
        Element words = picture.createElementNS(SVG, "title");
        words.setTextContent(title);
        root.insertBefore(words, root.getFirstChild());
        for (Place place : places) {
            for (String id : ELEMENTS.get(place.code())) {
                colour(element(picture, id), place.standing());
            }
        }
        places.stream()
                .filter(place -> place.standing() == Standing.NOW)
                .map(place -> element(picture, ELEMENTS.get(place.code()).get(0)))
                .forEach(present -> {
                    mark(present, here);
                    if (cutOut) {
                        cutOut(root, present);
                    }
                });
        return written(picture);
    }

    private static void colour(Element element, Standing standing) {
        Element box = (Element) element.getElementsByTagNameNS(SVG, "rect").item(0);
        box.setAttribute("fill", COLOURS.get(standing));
        if (standing == Standing.NOW) {
            box.setAttribute("stroke", "#8a4b00");
            box.setAttribute("stroke-width", "5");
        } else if (standing == Standing.SKIPPED || standing == Standing.UNKNOWN) {
            box.setAttribute("stroke-dasharray", "6 5");
        }
    }

    private static void mark(Element present, String here) {
        Element word = present.getOwnerDocument().createElementNS(SVG, "text");
        word.setAttribute("x", "0");
        word.setAttribute("y", "-10");
        word.setAttribute("font-family", "Arial, sans-serif");
        word.setAttribute("font-size", "20");
        word.setAttribute("font-weight", "bold");
        word.setAttribute("fill", "#8a4b00");
        word.setTextContent(here);
        present.appendChild(word);
    }

    private static void cutOut(Element root, Element present) {
        double x = 0;
        double y = 0;
        for (Element part = present; part != root; part = (Element) part.getParentNode()) {
            Matcher moved = PLACE.matcher(part.getAttribute("transform"));
            if (moved.find()) {
                x += Double.parseDouble(moved.group(1));
                y += Double.parseDouble(moved.group(2));
            }
        }
        root.setAttribute("width", String.valueOf(WIDTH));
        root.setAttribute("height", String.valueOf(HEIGHT));
        root.setAttribute(
                "viewBox",
                Math.round(x - WIDTH / 2.0 + 50) + " " + Math.round(y - HEIGHT / 2.0 + 40) + " " + WIDTH + " "
                        + HEIGHT);
    }

    private static Element element(Document picture, String id) {
        NodeList groups = picture.getElementsByTagNameNS(SVG, "g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (id.equals(group.getAttribute("data-element-id"))) {
                return group;
            }
        }
        throw new IllegalStateException("Not in the picture: " + id);
    }

    private static Document read() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try (InputStream picture = new ClassPathResource("pictures/measure-lifecycle.svg").getInputStream()) {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(Document picture) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(picture), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
