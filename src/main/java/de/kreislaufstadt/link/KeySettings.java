package de.kreislaufstadt.link;

import de.kreislaufstadt.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that signs links, if the operator brings one; it is never logged. */
@Component
class KeySettings {

    static final int KEY_BYTES = 32;

    private final byte[] key;

    KeySettings(
            @Value("${kreislaufstadt.links.key:}") String key,
            @Value("${kreislaufstadt.links.key-file:}") String keyFile) {
        this.key = decoded(keyFile.isBlank() ? key : content(keyFile));
    }

    /** @return the operator's key; empty where the database keeps one for each municipality */
    Optional<byte[]> key() {
        return Optional.ofNullable(key).map(byte[]::clone);
    }

    private static byte[] decoded(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(text.strip());
            if (decoded.length >= KEY_BYTES) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // The same refusal as for one that is too short; its text would show the key.
        }
        throw new StartRefused("kreislaufstadt.links.key braucht mindestens " + KEY_BYTES
                + " zufällige Bytes in Base64 (etwa von: openssl rand -base64 32).");
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new StartRefused("Die Datei aus kreislaufstadt.links.key-file lässt sich nicht lesen: " + file);
        }
    }
}
