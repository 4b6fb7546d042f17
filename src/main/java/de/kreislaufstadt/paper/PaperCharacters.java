package de.kreislaufstadt.paper;

import java.awt.Font;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Sees to it that every character of a paper can be read. What people type may hold emoji and scripts that the font of papers
 * does not have: emoji are set in the font that has them, and for anything else words say that something stands there.
 */
final class PaperCharacters extends XMLFilterImpl {

    private static final String FO = "http://www.w3.org/1999/XSL/Format";
    private static final String INLINE = "fo:inline";

    private static final int SOFT_HYPHEN = 0xAD;
    private static final int FIRST_VARIATION = 0xFE00;
    private static final int LAST_VARIATION = 0xFE0F;

    private static final Font TEXT = PaperFonts.read(PaperFonts.REGULAR);
    private static final Font EMOJI = PaperFonts.read(PaperFonts.EMOJI);

    private final String unprintable;
    private final StringBuilder waiting = new StringBuilder();
    private boolean ofPage;

    /** What can be done with a character. */
    private enum Way {
        TEXT,
        EMOJI,
        UNPRINTABLE,
        DROP
    }

    /** @param unprintable what stands for characters that no font has */
    PaperCharacters(ContentHandler next, String unprintable) {
        setContentHandler(next);
        this.unprintable = unprintable;
    }

    @Override
    public void characters(char[] text, int start, int length) {
        waiting.append(text, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) {
        waiting.append(text, start, length);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        flush();
        // Charts, the names of bookmarks and what describes the file take no element of their own for a font.
        ofPage = FO.equals(uri) && !"bookmark-title".equals(name);
        super.startElement(uri, name, qualified, attributes);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        flush();
        ofPage = FO.equals(uri);
        super.endElement(uri, name, qualified);
    }

    private void flush() throws SAXException {
        String text = waiting.toString();
        waiting.setLength(0);
        if (!ofPage) {
            pass(text);
            return;
        }
        StringBuilder run = new StringBuilder();
        Way way = Way.TEXT;
        for (int code : text.codePoints().toArray()) {
            Way now = way(code);
            if (now == Way.DROP) {
                continue;
            }
            if (now != way) {
                set(run, way);
                way = now;
            }
            run.appendCodePoint(code);
        }
        set(run, way);
    }

    private void set(StringBuilder run, Way way) throws SAXException {
        if (way == Way.EMOJI) {
            AttributesImpl font = new AttributesImpl();
            font.addAttribute("", "font-family", "font-family", "CDATA", "Noto Emoji");
            super.startElement(FO, "inline", INLINE, font);
            pass(run.toString());
            super.endElement(FO, "inline", INLINE);
        } else {
            pass(way == Way.TEXT ? run.toString() : unprintable);
        }
        run.setLength(0);
    }

    private void pass(String text) throws SAXException {
        if (!text.isEmpty()) {
            super.characters(text.toCharArray(), 0, text.length());
        }
    }

    private static Way way(int code) {
        if (Character.isWhitespace(code) || Character.isSpaceChar(code)) {
            return Way.TEXT;
        }
        // What only joins characters, chooses a look or tells where a line may break; where a word may be divided is of
        // use.
        if (code != SOFT_HYPHEN && Character.getType(code) == Character.FORMAT || isVariation(code)) {
            return Way.DROP;
        }
        if (TEXT.canDisplay(code)) {
            return Way.TEXT;
        }
        if (EMOJI.canDisplay(code)) {
            return Way.EMOJI;
        }
        return isMark(code) ? Way.DROP : Way.UNPRINTABLE;
    }

    private static boolean isVariation(int code) {
        return code >= FIRST_VARIATION && code <= LAST_VARIATION;
    }

    /** What changes the look of the character before it, which is set without. */
    private static boolean isMark(int code) {
        int type = Character.getType(code);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.CONTROL;
    }
}
