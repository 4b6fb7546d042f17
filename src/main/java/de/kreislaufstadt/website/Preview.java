package de.kreislaufstadt.website;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.Map;
import javax.imageio.ImageIO;

/** The picture others show beside a link to a measure: its title, where it stands, and whose it is. */
final class Preview {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final Color GROUND = new Color(0x0b6b4f);
    private static final int EDGE = 80;
    private static final int MOST_LINES = 4;

    private Preview() {}

    /** @return a PNG */
    static byte[] png(String title, String state, String municipality) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHints(Map.of(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON));
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.WHITE);
        graphics.setFont(PictureFont.of(38));
        graphics.drawString(municipality, EDGE, EDGE + 30);
        paragraph(graphics, title, PictureFont.of(76));
        graphics.setFont(PictureFont.of(42));
        graphics.drawString(state, EDGE, HEIGHT - EDGE);
        graphics.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void paragraph(Graphics2D graphics, String text, Font font) {
        AttributedCharacterIterator characters =
                new AttributedString(text, Map.of(TextAttribute.FONT, font)).getIterator();
        LineBreakMeasurer lines = new LineBreakMeasurer(characters, graphics.getFontRenderContext());
        float top = EDGE + 80;
        for (int line = 0; line < MOST_LINES && lines.getPosition() < characters.getEndIndex(); line++) {
            TextLayout layout = lines.nextLayout(WIDTH - 2 * EDGE);
            top += layout.getAscent();
            layout.draw(graphics, EDGE, top);
            top += layout.getDescent() + layout.getLeading();
        }
    }
}
