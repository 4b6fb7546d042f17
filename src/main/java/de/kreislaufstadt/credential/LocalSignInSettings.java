package de.kreislaufstadt.credential;

import de.kreislaufstadt.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an operator may set for signing in with accounts of this application. */
@Component
final class LocalSignInSettings {

    private static final int KEY_BYTES = 32;

    private final int failuresPerAddress;
    private final double secondsPerFailure;
    private final boolean administratorsNeedFactor;
    private final byte[] factorKey;

    /**
     * @param failuresPerAddress failed attempts from one address before nothing from there is looked at for a while
     * @param secondsPerFailure time after which one failed attempt is forgotten
     * @param factorKey 32 bytes as Base64 that second factors are encrypted with; blank for none
     * @param factorKeyFile file with such a key; blank for none
     */
    LocalSignInSettings(
            @Value("${kreislaufstadt.sign-in.failures-per-address:50}") int failuresPerAddress,
            @Value("${kreislaufstadt.sign-in.seconds-per-failure:20}") double secondsPerFailure,
            @Value("${kreislaufstadt.sign-in.second-factor-for-administrators:true}") boolean administratorsNeedFactor,
            @Value("${kreislaufstadt.sign-in.factor-key:}") String factorKey,
            @Value("${kreislaufstadt.sign-in.factor-key-file:}") String factorKeyFile) {
        this.failuresPerAddress = failuresPerAddress;
        this.secondsPerFailure = secondsPerFailure;
        this.administratorsNeedFactor = administratorsNeedFactor;
        this.factorKey = key(factorKeyFile.isBlank() ? factorKey : read(factorKeyFile));
    }

    int failuresPerAddress() {
        return failuresPerAddress;
    }

    double secondsPerFailure() {
        return secondsPerFailure;
    }

    boolean administratorsNeedFactor() {
        return administratorsNeedFactor;
    }

    /** @return the key that second factors are encrypted with; empty if none is set */
    Optional<byte[]> factorKey() {
        return Optional.ofNullable(factorKey);
    }

    private static byte[] key(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without what was given.
        }
        throw new StartRefused(
                "KREISLAUFSTADT_SIGN_IN_FACTOR_KEY: erwartet werden 32 Byte in Base64" + " (openssl rand -base64 32)");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new StartRefused("KREISLAUFSTADT_SIGN_IN_FACTOR_KEY_FILE ist nicht lesbar: " + file);
        }
    }
}
