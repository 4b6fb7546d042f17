package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FormRefused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes as text. UTF-8 proves itself; which of the older encodings a file is in is told by its German letters, and asked where
 * they do not tell.
 *
 * @param text without a byte order mark
 */
record EncodedText(Encoding encoding, String text) {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};

    private static final String GERMAN = "äöüÄÖÜß";
    private static final String WESTERN = "éèêëáàâåãçñóòôõøíìîïúùûæœÉÈÀÇÅØÑ";
    private static final String SIGNS = "€§„“”‚‘’»«–—…·•°²³®©×±½¼\u00a0";

    /** Signs that stand between letters. */
    private static final String JOINING = "’–—·\u00a0";

    private static final int GERMAN_LETTER = 4;
    private static final int WESTERN_LETTER = 1;
    private static final int SIGN = 2;
    private static final int OTHER = -3;

    /** One German letter in a word is enough, a single sign is not. */
    private static final int CLEAR_LEAD = 5;

    private static final int SAMPLE = 60;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads bytes in the encoding they are in.
     *
     * @param declared what a person says the encoding is, null if nobody was asked
     * @throws FormRefused if the bytes are not in the declared encoding, or if it has to be asked for
     */
    static EncodedText of(byte[] bytes, Encoding declared) {
        Optional<Encoding> marked = marked(bytes);
        Encoding certain = declared != null ? declared : marked.orElse(null);
        if (certain != null) {
            return decoded(bytes, certain)
                    .map(text -> new EncodedText(certain, withoutMark(text)))
                    .orElseThrow(() -> FormRefused.at("encoding", "imports.encoding.wrong"));
        }
        return decoded(bytes, Encoding.UTF_8)
                .map(text -> new EncodedText(Encoding.UTF_8, text))
                .orElseGet(() -> older(bytes));
    }

    /** @return whether the bytes can be a text at all: nobody is to be asked for the encoding of a picture */
    static boolean mayBeText(byte[] bytes, Encoding declared) {
        boolean wide = declared == Encoding.UTF_16
                || marked(bytes).filter(Encoding.UTF_16::equals).isPresent();
        boolean zero = false;
        for (byte one : bytes) {
            zero |= one == 0;
        }
        return !startsWith(bytes, PDF) && (wide || !zero);
    }

    private static EncodedText older(byte[] bytes) {
        Optional<String> windows = decoded(bytes, Encoding.WINDOWS_1252);
        String mac = decoded(bytes, Encoding.MAC_ROMAN).orElseThrow();
        if (windows.isEmpty()) {
            return new EncodedText(Encoding.MAC_ROMAN, mac);
        }
        int lead = plausible(windows.get()) - plausible(mac);
        if (Math.abs(lead) < CLEAR_LEAD) {
            throw FormRefused.at("encoding", "imports.encoding.doubtful", sample(windows.get()), sample(mac));
        }
        return lead > 0
                ? new EncodedText(Encoding.WINDOWS_1252, windows.get())
                : new EncodedText(Encoding.MAC_ROMAN, mac);
    }

    private static Optional<Encoding> marked(byte[] bytes) {
        if (startsWith(bytes, UTF_8_MARK)) {
            return Optional.of(Encoding.UTF_8);
        }
        boolean utf16 = startsWith(bytes, UTF_16_BIG) || startsWith(bytes, UTF_16_LITTLE);
        return utf16 ? Optional.of(Encoding.UTF_16) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static Optional<String> decoded(byte[] bytes, Encoding encoding) {
        try {
            return Optional.of(encoding.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** How much a text looks like German. */
    private static int plausible(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                points += points(character, beside(text, i - 1), beside(text, i + 1));
            }
        }
        return points;
    }

    private static int points(char character, boolean before, boolean after) {
        boolean inWord = before || after;
        if (GERMAN.indexOf(character) >= 0) {
            return inWord ? GERMAN_LETTER : OTHER;
        }
        if (WESTERN.indexOf(character) >= 0) {
            return inWord ? WESTERN_LETTER : OTHER;
        }
        boolean betweenLetters = before && after && JOINING.indexOf(character) < 0;
        return SIGNS.indexOf(character) >= 0 && !betweenLetters ? SIGN : OTHER;
    }

    private static boolean beside(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at)) && text.charAt(at) < 0x80;
    }

    /** The text round its first doubtful character. */
    private static String sample(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < 0x80) {
            at++;
        }
        int from = Math.max(0, at - SAMPLE / 2);
        return text.substring(from, Math.min(text.length(), from + SAMPLE))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
