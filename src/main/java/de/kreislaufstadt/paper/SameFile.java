package de.kreislaufstadt.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the same paper the same file: the moment at which it was set gives way to the moment it is of, and the file's id, which is
 * made of the clock otherwise, to one made of its content. Both stand in the file as plain text of fixed length.
 */
final class SameFile {

    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>([^<]+)</xmp:CreateDate>");
    private static final Pattern SET = Pattern.compile("<xmp:(?:Metadata|Modify)Date>([^<]+)<");
    private static final Pattern ID = Pattern.compile("/ID\\s*\\[<([0-9A-F]{32})>\\s*<([0-9A-F]{32})>]");

    private SameFile() {}

    /** @throws IllegalStateException if the file does not say these things the way it did */
    static byte[] of(byte[] file) {
        // One character for each byte, so that places are the same.
        StringBuilder text = new StringBuilder(new String(file, StandardCharsets.ISO_8859_1));
        Matcher created = CREATED.matcher(text);
        if (!created.find()) {
            throw new IllegalStateException("The report does not say when it was made");
        }
        String moment = created.group(1);
        Matcher set = SET.matcher(text);
        while (set.find()) {
            replace(text, set, 1, moment);
        }
        Matcher id = ID.matcher(text);
        if (!id.find()) {
            throw new IllegalStateException("The report has no id");
        }
        String none = "0".repeat(id.group(1).length());
        replace(text, id, 1, none);
        replace(text, id, 2, none);
        String own = digest(text);
        replace(text, id, 1, own);
        replace(text, id, 2, own);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void replace(StringBuilder text, Matcher place, int group, String with) {
        if (place.end(group) - place.start(group) != with.length()) {
            throw new IllegalStateException("The report names its moments in two ways");
        }
        text.replace(place.start(group), place.end(group), with);
    }

    private static String digest(CharSequence text) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(sum, 0, 16).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
