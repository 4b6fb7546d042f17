package de.kreislaufstadt.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a whole file is text: its beginning alone may be, and what follows not. */
final class PlainText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PlainText() {}

    /** @return whether the file reads as text without control characters in one of the encodings that offices use */
    static boolean isText(Path file) throws IOException {
        for (Charset charset : encodings(file)) {
            if (readsAs(charset, file)) {
                return true;
            }
        }
        return false;
    }

    private static List<Charset> encodings(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] mark = in.readNBytes(2);
            boolean utf16 = mark.length == 2
                    && (mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF
                            || mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE);
            return utf16 ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, WINDOWS);
        }
    }

    private static boolean readsAs(Charset charset, Path file) throws IOException {
        try (Reader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            for (int character = reader.read(); character >= 0; character = reader.read()) {
                if (Character.isISOControl(character) && "\t\n\r\f".indexOf(character) < 0) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
