package de.kreislaufstadt.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;

/**
 * The fonts a paper brings along: a document that everybody can read embeds its fonts, and a server has none of its own. They are
 * the only files a paper is made of; whatever else a text may point to is not opened.
 */
final class PaperFonts implements ResourceResolver {

    static final String REGULAR = "SourceSans3_400Regular.ttf";
    static final String EMOJI = "NotoEmoji_400Regular.ttf";

    private static final String FOLDER = "/fonts/";

    private static InputStream open(String name) throws IOException {
        InputStream font = PaperFonts.class.getResourceAsStream(FOLDER + name);
        if (font == null) {
            throw new FileNotFoundException(name);
        }
        return font;
    }

    @Override
    public Resource getResource(URI uri) throws IOException {
        String path = uri.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.matches("(SourceSans3|NotoEmoji)_\\w+\\.ttf")) {
            throw new FileNotFoundException("Not part of a report: " + uri.getScheme());
        }
        return new Resource("font/ttf", open(name));
    }

    @Override
    public OutputStream getOutputStream(URI uri) throws IOException {
        throw new FileNotFoundException("A report writes no files");
    }

    /** @return the font of charts, which are drawn before they become part of a paper */
    static Font forCharts(float size) {
        return read(REGULAR).deriveFont(size);
    }

    /** @param name file of a font that papers bring along */
    static Font read(String name) {
        try (InputStream font = open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
