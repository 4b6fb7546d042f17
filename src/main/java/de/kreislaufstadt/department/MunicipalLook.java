package de.kreislaufstadt.department;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a municipality shows itself to people without account, on its pages and in its letters.
 *
 * @param colour of headings and buttons, {@code #rrggbb}; null = the product's
 * @param contact how people reach the municipality, several lines; null = nothing
 * @param imprint who answers for the pages, several lines; null = nothing
 */
public record MunicipalLook(String colour, String contact, String imprint) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final int LONGEST = 1000;

    /** WCAG 2.2, 1.4.3: letters of usual size. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final String COLOUR_KEY = "colour";
    private static final String CONTACT = "contact";
    private static final String IMPRINT = "imprint";

    /** @return nothing set: as the product does */
    public static MunicipalLook none() {
        return new MunicipalLook(null, null, null);
    }

    /** @throws RuntimeException made by the refusal if a colour is none or too light, or a text is too long */
    static MunicipalLook of(MunicipalityFile.Look file, ReminderSettings.Refusal refusal) {
        if (file == null) {
            return none();
        }
        if (file.colour() != null) {
            if (!COLOUR.matcher(file.colour()).matches()) {
                throw refusal.of("look.colour", "„" + file.colour() + "“ ist keine Farbe, z. B. „#0b6b4f“");
            }
            double contrast = contrastToWhite(file.colour());
            if (contrast < LEAST_CONTRAST) {
                throw refusal.of(
                        "look.colour",
                        String.format(
                                Locale.GERMAN,
                                "weiße Schrift ist darauf nicht lesbar: Kontrast %.1f : 1, nötig sind 4,5 : 1",
                                contrast));
            }
        }
        return new MunicipalLook(
                file.colour(), text(file.contact(), CONTACT, refusal), text(file.imprint(), IMPRINT, refusal));
    }

    private static String text(String text, String name, ReminderSettings.Refusal refusal) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw refusal.of("look." + name, "höchstens " + LONGEST + " Zeichen");
        }
        return text.strip();
    }

    /** @return ratio of the luminances of white and the colour, from 1 to 21, by WCAG 2.2 */
    static double contrastToWhite(String colour) {
        double luminance = 0.2126 * light(colour, 1) + 0.7152 * light(colour, 3) + 0.0722 * light(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double light(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** @return the look as the database holds it, by name */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        put(texts, COLOUR_KEY, colour);
        put(texts, CONTACT, contact);
        put(texts, IMPRINT, imprint);
        return texts;
    }

    private static void put(Map<String, String> texts, String name, String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }

    static MunicipalLook read(Map<String, String> texts) {
        return new MunicipalLook(texts.get(COLOUR_KEY), texts.get(CONTACT), texts.get(IMPRINT));
    }
}
