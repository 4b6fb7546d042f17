package de.kreislaufstadt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.kreislaufstadt.website.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Draws the pictures of models that public pages show. Only a browser can measure texts as bpmn-js needs it, so they are drawn here
 * and lie in the repository; {@code PictureFitsModelTest} says when it is time to draw them again:
 * {@code ./mvnw -Dexec.skip -Dpictures=true -Dtest=PublicPictures test}.
 */
@EnabledIfSystemProperty(named = "pictures", matches = "true")
class PublicPictures {

    private static final Path LIBRARY =
            Path.of("src/main/frontend/node_modules/bpmn-js/dist/bpmn-viewer.production.min.js");
    private static final Path MODEL = Path.of("bpmn/measure-lifecycle.bpmn");
    private static final Path PICTURE = Path.of("src/main/resources/pictures/measure-lifecycle.svg");

    /** The policy of public pages knows no styles within a document, so they become attributes; what only reacts to a mouse goes. */
    private static final String DRAW = """
            async xml => {
              const viewer = new BpmnJS({ container: document.body });
              await viewer.importXML(xml);
              const { svg } = await viewer.saveSVG();
              const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
              picture.querySelectorAll('.djs-hit, .djs-outline, .djs-dragger').forEach(e => e.remove());
              picture.querySelectorAll('[style]').forEach(e => {
                e.getAttribute('style').split(';').map(part => part.split(':').map(word => word.trim()))
                  .filter(([name, value]) => value && !name.startsWith('-'))
                  .forEach(([name, value]) => e.setAttribute(name, value));
                e.removeAttribute('style');
              });
              picture.querySelectorAll('[class]').forEach(e => e.removeAttribute('class'));
              const text = new XMLSerializer().serializeToString(picture.documentElement);
              return text.replace(/(\\d+\\.\\d)\\d+/g, '$1').replace(/<!--[^]*?-->/g, '').replace(/>\\s+</g, '><');
            }""";

    @Test
    void drawsTheLifeOfAMeasure() throws IOException {
        String model = Files.readString(MODEL);
        try (Browser browser = Browser.launch()) {
            Page page = browser.open();
            page.addScriptTag(new Page.AddScriptTagOptions().setPath(LIBRARY));
            String svg = (String) page.evaluate(DRAW, model);
            assertThat(svg)
                    .startsWith("<svg")
                    .contains("data-element-id=\"phase-workshops\"")
                    .doesNotContain(" style=");
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(
                    PICTURE, svg.replaceFirst(">", "><metadata>" + Fingerprint.of(model) + "</metadata>") + "\n");
        }
    }
}
