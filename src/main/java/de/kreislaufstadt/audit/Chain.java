package de.kreislaufstadt.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How the hashes of the log come about; the database computes them the same way in {@code append_audit()}. Written down a
 * second time on purpose: who verifies must not have to believe who wrote.
 */
final class Chain {

    private Chain() {}

    /** @return the hash before the first entry of a municipality */
    static byte[] beginning(String municipality) {
        return sha256(text("kreislaufstadt", municipality));
    }

    /** @return hash of an entry that follows the one with the previous hash */
    static byte[] next(byte[] previous, LoggedEntry entry) {
        return sha256(
                previous,
                text(
                        entry.municipality(),
                        Long.toString(entry.position()),
                        text(entry.measure()),
                        entry.kind(),
                        entry.process(),
                        entry.task(),
                        entry.taskId(),
                        entry.item(),
                        text(entry.actor()),
                        entry.role(),
                        text(entry.deputyFor()),
                        entry.deputyRole(),
                        micros(entry.at()),
                        text(entry.modelVersion()),
                        Integer.toString(entry.parts())),
                entry.partsHash());
    }

    /** @return hash of a value, salted so that nobody can guess an erased value from it */
    static byte[] value(byte[] salt, String sort, String field, String logged) {
        return sha256(salt, text(sort, field, logged));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    /** Every field with its length, nothing apart from empty: no two different rows read the same. */
    private static byte[] text(String... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String field : fields) {
            if (field == null) {
                bytes.writeBytes(utf8("-,"));
            } else {
                byte[] content = utf8(field);
                bytes.writeBytes(utf8(content.length + ":"));
                bytes.writeBytes(content);
                bytes.write(',');
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String micros(Instant at) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
