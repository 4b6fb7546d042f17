package de.kreislaufstadt.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;

/**
 * The file of the municipality of the tests: the demo's, except that nobody of the association moderates and that publications are
 * begun by hand. Tests of all other parts say which tasks wait after a decision, and would have to name one more.
 */
public final class TestCity {

    private static final Path FILE = Path.of("target", "office", "muenster.yaml");
    private static final String MODERATED = "workshops: {moderation: ASSOCIATION}\n";
    private static final String SECTION = "\npublicPage:\n";

    private TestCity() {}

    /** @return what stands in it */
    public static String text() {
        try {
            String text = new ClassPathResource("demo/muenster.yaml").getContentAsString(StandardCharsets.UTF_8);
            if (!text.contains(SECTION)) {
                throw new IllegalStateException("The demo's file says nothing of public pages");
            }
            return text.replace(SECTION, SECTION + "  firstVersion: BY_HAND\n").replace(MODERATED, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return where it lies */
    public static String file() {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text());
            return FILE.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
