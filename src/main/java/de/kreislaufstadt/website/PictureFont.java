package de.kreislaufstadt.website;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The font of pictures: a server has none of its own. */
final class PictureFont {

    private static final Font REGULAR = read();

    private PictureFont() {}

    static Font of(float size) {
        return REGULAR.deriveFont(size);
    }

    private static Font read() {
        try (InputStream font = new ClassPathResource("fonts/SourceSans3_400Regular.ttf").getInputStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
