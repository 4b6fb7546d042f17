package de.kreislaufstadt.delivery;

import de.kreislaufstadt.delivery.Delivery.Body;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.MediaType;

/**
 * An answer that was made, as it is and compressed. What is large is kept compressed only: hardly anybody asks for it otherwise, and one
 * page of a catalogue takes half a megabyte as it is and a thirtieth of that compressed.
 *
 * @param body without its bytes where those are kept compressed only
 * @param compressed null where it is too small for that, or of a kind that is compressed already
 * @param tag what the answer is known by: made of its bytes, so that what is the same again need not be sent again
 */
record Answer(Body body, byte[] compressed, String tag) {

    private static final int TAG_BYTES = 16;
    private static final int WORTH_COMPRESSING = 512;
    private static final int LARGE = 1 << 17;
    private static final int OVERHEAD = 512;

    static Answer of(Body body) {
        boolean packs = body.bytes().length >= WORTH_COMPRESSING && isText(body.type());
        boolean both = !packs || body.bytes().length < LARGE;
        return new Answer(
                both ? body : new Body(body.status(), body.type(), null, body.headers()),
                packs ? compressed(body.bytes()) : null,
                tag(body.bytes()));
    }

    /** @return the answer as it is, for those who cannot unpack it */
    byte[] plain() {
        return body.bytes() == null ? unpacked(compressed) : body.bytes();
    }

    /** @return bytes of memory it takes */
    long size() {
        return OVERHEAD + length(body.bytes()) + length(compressed);
    }

    /** @return whether a text of this type is worth compressing; pictures and tables are compressed as they are */
    static boolean isText(MediaType type) {
        return "text".equals(type.getType())
                || type.getSubtype().matches(".*(json|xml|yaml).*")
                        && !type.getSubtype().contains("officedocument");
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static byte[] unpacked(byte[] compressed) {
        try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return unpacking.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
