package de.kreislaufstadt.credential;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of authenticator apps (TOTP, RFC 6238) as all of them know: SHA-1, six digits, thirty seconds. */
final class OneTimeCodes {

    /** As long as the hash, as RFC 4226 recommends. */
    private static final int SECRET_BYTES = 20;

    private static final String ISSUER = "Kreislaufstadt";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /**
     * @return the time step the code belongs to: that of the moment, the one before or the one after, since clocks differ;
     *     empty if it belongs to none
     */
    OptionalLong stepOf(byte[] secret, String code, Instant now) {
        long step = now.getEpochSecond() / generator.getTimeStep().toSeconds();
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        return LongStream.of(step, step - 1, step + 1)
                .filter(candidate ->
                        MessageDigest.isEqual(code(secret, candidate).getBytes(StandardCharsets.UTF_8), given))
                .findFirst();
    }

    /** @return the code of a time step, six digits */
    String code(byte[] secret, long step) {
        try {
            Instant begin = Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds());
            return generator.generateOneTimePasswordString(new SecretKeySpec(secret, generator.getAlgorithm()), begin);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key", e);
        }
    }

    /** @return what an app reads from the picture; the account's name there is only a label */
    static String address(String label, byte[] secret) {
        return "otpauth://totp/" + encoded(ISSUER + ":" + label) + "?secret=" + base32(secret) + "&issuer=" + ISSUER;
    }

    /** @return the QR code as an outline for one SVG path, one unit per module */
    static Picture picture(String address) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new Picture(code.size, path.toString());
    }

    /** @param size modules on a side */
    record Picture(int size, String path) {}

    /** @return text for people who type it, without padding (RFC 4648) */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte value : bytes) {
            buffer = buffer << Byte.SIZE | value & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(BASE32.charAt(buffer >> bits & 0x1f));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt(buffer << BITS - bits & 0x1f));
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
