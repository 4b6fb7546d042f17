package de.kreislaufstadt.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file's name that every system can keep and that shows what it is. A name that cannot be kept as it is gets refused, not
 * silently changed: it is part of the record.
 *
 * @param text in Unicode's composed form, without blanks around it
 */
record FileName(String text) {

    static final int LONGEST = 200;

    private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");

    /** Control characters, marks that turn the direction of writing, invisible and undefined characters, line separators. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** What Windows does not allow in a name. */
    private static final Pattern SPECIAL = Pattern.compile("[<>:\"|?*]");

    /** Devices of Windows, whatever their ending. */
    private static final Pattern DEVICES =
            Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?", Pattern.CASE_INSENSITIVE);

    /**
     * @param sent the name as the client sent it; null if it sent none
     * @throws DocumentRefused if the name is missing, too long, hides something or has no ending
     */
    static FileName of(String sent) {
        if (sent == null || sent.isBlank()) {
            throw DocumentRefused.name("missing");
        }
        String name = Normalizer.normalize(sent, Normalizer.Form.NFC).strip();
        if (name.length() > LONGEST) {
            throw DocumentRefused.name("tooLong", LONGEST);
        }
        if (SEPARATORS.matcher(name).find()) {
            throw DocumentRefused.name("path");
        }
        if (UNSEEN.matcher(name).find()) {
            throw DocumentRefused.name("unseen");
        }
        if (SPECIAL.matcher(name).find()) {
            throw DocumentRefused.name("special");
        }
        if (DEVICES.matcher(name).matches() || name.startsWith(".")) {
            throw DocumentRefused.name("reserved");
        }
        int dot = name.lastIndexOf('.');
        if (dot < 0 || dot == name.length() - 1) {
            throw DocumentRefused.name("noEnding");
        }
        return new FileName(name);
    }

    /** @return what stands after the last dot, in small letters */
    String ending() {
        return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
